package chatload.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Secret;
import chatload.fuzz.ReferenceEvents;
import chatload.fuzz.ReferenceEvents.Event;
import chatload.run.ChatRecord;
import chatload.run.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A stream of any bytes, in pieces of any size. Its first byte says how it is split; the rest is
 * read by the parser and by the reference, and both must find the same events and the same outcome.
 */
public final class SseFuzz {

  private static final Secret SECRET = new Secret("s3cr3t-0123456789-abcdefghij");

  private static final ChatPlan PLAN =
      new ChatPlan(
          1,
          "trace",
          "thread",
          "hi",
          SECRET,
          Duration.ofSeconds(1),
          List.of("canned"),
          List.of(SECRET));

  /** What a terminal event may say of {@code degraded}; the first stands for nothing at all. */
  private static final Set<String> FINE = Set.of("", "null", "false", "0", "\"\"", "\"false\"");

  private SseFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] stream = new byte[input.length - 1];
    System.arraycopy(input, 1, stream, 0, stream.length);
    List<Event> expected = ReferenceEvents.of(stream);
    assertThat(events(stream, new Random(input[0]))).isEqualTo(expected);

    LiveChat chat = new LiveChat(PLAN);
    ChatReading reading = chat.reading();
    expected.forEach(event -> reading.event(event.name(), event.data(), 1));
    reading.endedCleanly();
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
      parser.feed(Unpooled.wrappedBuffer(stream, from, length));
      from += length;
    }
    return events;
  }

  /** The definition of an OK chat, over all events at once. */
  private static boolean isOk(List<Event> events) {
    StringBuilder reply = new StringBuilder();
    boolean done = false;
    for (Event event : events) {
      switch (event.name()) {
        case "error" -> {
          return false;
        }
        case "token" -> {
          JsonNode text = json(event.data()).path("text");
          if (!text.isTextual() || done && !text.textValue().isEmpty()) {
            return false;
          }
          if (text.textValue().contains("\uFFFD")) {
            return false;
          }
          reply.append(text.textValue());
        }
        case "done" -> {
          JsonNode data = json(event.data());
          if (done || !data.isObject() || !FINE.contains(data.path("degraded").toString())) {
            return false;
          }
          done = true;
        }
        default -> {}
      }
    }
    return done && !reply.isEmpty() && !reply.toString().stripLeading().startsWith("canned");
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
  private static void requireReadable(LiveChat chat) {
    try {
      byte[] line =
          Json.MAPPER
              .writeValueAsString(ChatRecords.of("run", "smoke", 0, chat))
              .getBytes(StandardCharsets.UTF_8);
      assertThat(line).hasSizeLessThan(8000);
      Json.MAPPER.readValue(line, ChatRecord.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
