package chatload.protocol.mapping;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import chatload.protocol.ChatProtocol;
import chatload.protocol.mapping.MappingFuzz.Event;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is told by its shape is what reading all of it would tell. */
class ShapeVectorsTest {

  /** Events as services send them, the same again, and again with something changed in them. */
  @TestFactory
  Stream<DynamicTest> whatIsToldByItsShapeIsWhatReadingAllOfItTells() {
    return Vector.all().stream()
        .map(vector -> dynamicTest(vector.toString(), () -> requireSame(vector)));
  }

  private static void requireSame(Vector vector) {
    ChatProtocol protocol = Protocols.named(vector.protocol());
    List<Event> events = new ArrayList<>();
    protocol
        .framing((name, data) -> events.add(new Event(name, data)), null)
        .feed(ByteBuffer.wrap(vector.body()));
    Random random = new Random(vector.toString().hashCode());
    for (int round = 0; round < 10; round++) {
      List<Event> changed = new ArrayList<>();
      for (Event event : events) {
        changed.add(event);
        for (int i = random.nextInt(4); i > 0; i--) {
          changed.add(new Event(event.name(), changed(event.data(), random)));
        }
      }
      MappingFuzz.requireSameWithoutShapes(((MappedProtocol) protocol).mapping(), changed);
    }
  }

  private static String changed(String data, Random random) {
    if (data == null || data.isEmpty()) {
      return data;
    }
    int at = random.nextInt(data.length());
    String something =
        List.of("error", "failed", "stop", "length", "", "\\u4f60", "\\n", "null", "1")
            .get(random.nextInt(9));
    return switch (random.nextInt(5)) {
      case 0 ->
          data.replaceFirst(
              "\"[^\"]*\"(?=[,}\\]])", '"' + Matcher.quoteReplacement(something) + '"');
      case 1 -> data.replaceFirst("\\d+", String.valueOf(random.nextInt(30)));
      case 2 -> data.replaceFirst("\\{", "{\"" + Matcher.quoteReplacement(something) + "\":1,");
      case 3 -> data.substring(0, at) + something + data.substring(at);
      default -> data.substring(0, at) + data.substring(at + 1);
    };
  }
}
