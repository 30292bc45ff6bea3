package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import chatload.protocol.ChatReading;
import chatload.run.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every built-in protocol reads the bodies of its services for what they are. */
class VectorsTest {

  private static final String TEXT = "text";

  private static Stream<DynamicTest> each(Consumer<Vector> test) {
    return Vector.all().stream().map(one -> dynamicTest(one.toString(), () -> test.accept(one)));
  }

  @TestFactory
  Stream<DynamicTest> aBodyIsWhatItIs() {
    return each(vector -> requireRead(vector, vector.body().length));
  }

  @TestFactory
  Stream<DynamicTest> aBodyIsTheSameByteByByte() {
    return each(vector -> requireRead(vector, 1));
  }

  private static void requireRead(Vector vector, int... pieces) {
    ChatReading reading = vector.read(vector.body().length, pieces);
    assertThat(reading.outcome()).as(reading.error()).isEqualTo(vector.outcome());
    if (vector.outcome() != Outcome.MALFORMED) {
      assertThat(reading.reply().toString().strip()).isEqualTo(vector.text());
    }
  }

  /** Of bare text, any beginning looks whole; its own test says so. */
  @TestFactory
  Stream<DynamicTest> aBodyThatIsCutIsNotOkBeforeItsEnd() {
    return each(
        vector -> {
          if (!vector.protocol().equals(TEXT)) {
            int whole = vector.enough() < 0 ? vector.body().length : vector.enough();
            for (int bytes = 0; bytes < whole; bytes++) {
              assertThat(vector.read(bytes, bytes + 1).outcome())
                  .as("after %d bytes", bytes)
                  .isNotEqualTo(Outcome.OK);
            }
            if (vector.enough() >= 0) {
              assertThat(vector.read(whole, whole).outcome()).isEqualTo(Outcome.OK);
            }
          }
        });
  }

  @Test
  void bareTextThatIsCutLooksWholeSoThatItsFileHasToSayMore() {
    Vector vector = Vector.of(TEXT).get(0);
    assertThat(vector.read(2, 1).outcome()).isEqualTo(Outcome.OK);
    byte[] text = "好的".getBytes(StandardCharsets.UTF_8);
    assertThat(Vector.read(Protocols.named(TEXT), text, 5, 1).outcome())
        .as("within a character")
        .isEqualTo(Outcome.TRUNCATED);
  }

  @TestFactory
  Stream<DynamicTest> lineEndsCommentsAndPiecesChangeNothing() {
    return each(
        vector -> {
          Random random = new Random(vector.toString().hashCode());
          for (int i = 0; i < 12; i++) {
            Vector other = vector.with(disguised(vector, random));
            requireRead(other, random.ints(7, 1, 40).toArray());
          }
        });
  }

  /** The same body with other ends of lines and, among server-sent events, with comments. */
  private static byte[] disguised(Vector vector, Random random) {
    String body = new String(vector.body(), StandardCharsets.UTF_8);
    boolean isSse = body.startsWith("data:") || body.startsWith("event:") || body.startsWith(":");
    if (vector.protocol().equals(TEXT)) {
      return vector.body();
    }
    List<String> ends = isSse ? List.of("\n", "\r\n", "\r") : List.of("\n", "\r\n");
    StringBuilder other = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
    // Which end a line has is open, but not between CR and LF: two of them could become one.
    String end = ends.get(random.nextInt(ends.size()));
    for (String line : Arrays.asList(body.split("(?<=\n)"))) {
      if (isSse && random.nextInt(3) == 0) {
        other.append(List.of(": ping", ":", "id: 7", "retry: 100").get(random.nextInt(4)));
        other.append(end);
      }
      other.append(line.replace("\n", end));
    }
    return other.toString().getBytes(StandardCharsets.UTF_8);
  }
}
