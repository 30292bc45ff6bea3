package chatload.load.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Redaction;
import chatload.auth.Secret;
import chatload.files.Json;
import chatload.fuzz.ReferenceErrorText;
import chatload.fuzz.ReferenceErrors;
import chatload.fuzz.ReferenceEvents;
import chatload.fuzz.ReferenceEvents.Event;
import chatload.load.record.ChatRecords;
import chatload.load.watch.LoopWatch;
import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading;
import chatload.protocol.SseParser;
import chatload.run.ChatRecord;
import chatload.text.Visible;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A stream of any bytes, in pieces of any size. Its first byte says how it is split; the rest is
 * read by the parser and by the reference, and both must find the same events and the same outcome.
 */
public final class SseFuzz {

  private static final Secret SECRET = new Secret("s3cr3t-0123456789-abcdefghij");

  private static final ChatPlan PLAN =
      new ChatPlan(
          1,
          1,
          "trace",
          "thread",
          "hi",
          SECRET,
          Duration.ofSeconds(1),
          List.of("canned"),
          Redaction.of(List.of(SECRET)));

  private SseFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] stream = new byte[input.length - 1];
    System.arraycopy(input, 1, stream, 0, stream.length);
    List<Event> expected = ReferenceEvents.of(stream);
    assertThat(events(stream, new Random(input[0]))).isEqualTo(expected);

    ChatCourse chat = new ChatCourse(PLAN, RunIds.NONE, ChatProtocol.EYWA);
    chat.start(new FakeLoop(), new LoopWatch(System.nanoTime()));
    ChatReading reading = chat.response().reading();
    expected.forEach(event -> reading.event(event.name(), event.data(), 1));
    reading.ended(null, 1);
    assertThat(reading.outcome().isOk()).isEqualTo(isOk(expected));
    assertThat(reading.cause() == null).isEqualTo(reading.outcome().isOk());
    requireNoSecret(reading.error());
    requireReadable(chat);
  }

  private static List<Event> events(byte[] stream, Random random) {
    List<Event> events = new ArrayList<>();
    SseParser parser = new SseParser((name, data) -> events.add(new Event(name, data)));
    for (int from = 0; from < stream.length; ) {
      int length = Math.min(stream.length - from, random.nextInt(12));
      parser.feed(ByteBuffer.wrap(stream, from, length));
      from += length;
    }
    return events;
  }

  /** The definition of an OK chat, over all events at once. */
  private static boolean isOk(List<Event> events) {
    StringBuilder reply = new StringBuilder();
    StringBuilder afterEnd = new StringBuilder();
    boolean done = false;
    for (Event event : events) {
      JsonNode data = event.data() == null ? Json.MAPPER.missingNode() : json(event.data());
      if (saysWrong(event, data)) {
        return false;
      }
      if (event.data() == null) {
        continue;
      }
      switch (event.name()) {
        case "token" -> {
          JsonNode text = data.path("text");
          if (!text.isTextual() || text.textValue().contains("\uFFFD")) {
            return false;
          }
          (done ? afterEnd : reply).append(text.textValue());
        }
        case "done" -> {
          if (done || !data.isObject()) {
            return false;
          }
          done = true;
        }
        default -> {}
      }
    }
    String seen = seen(reply);
    return done && !seen.isEmpty() && !seen.startsWith("canned") && seen(afterEnd).isEmpty();
  }

  /** What a reader sees, by another way than the reading: one character after the other. */
  private static String seen(CharSequence text) {
    return text.codePoints()
        .filter(Visible::isVisible)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean saysWrong(Event event, JsonNode data) {
    boolean isEnd = event.name().equals("done");
    return ReferenceErrors.inName(event.name(), isEnd)
        || event.data() != null
            && (data.isContainerNode()
                ? ReferenceErrors.inJson(event.name(), data, isEnd)
                : ReferenceErrorText.inText(event.name(), event.data(), data));
  }

  private static JsonNode json(String data) {
    try {
      return Json.MAPPER.readTree(data);
    } catch (JsonProcessingException e) {
      return Json.MAPPER.missingNode();
    }
  }

  private static void requireNoSecret(String error) {
    String secret = SECRET.reveal();
    for (int at = 0; error != null && at + 8 <= secret.length(); at++) {
      assertThat(error).doesNotContain(secret.substring(at, at + 8));
    }
  }

  /** The line that is kept of the chat is one that the report reads, and a short one. */
  private static void requireReadable(ChatCourse chat) {
    try {
      byte[] line =
          Json.MAPPER
              .writeValueAsString(ChatRecords.of("run", "smoke", 0, chat.outcome()))
              .getBytes(StandardCharsets.UTF_8);
      assertThat(line).hasSizeLessThan(8000);
      Json.MAPPER.readValue(line, ChatRecord.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
