package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.protocol.ChatEvent;
import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading;
import chatload.protocol.EventReader;
import chatload.protocol.Framing;
import chatload.run.Outcome;
import chatload.text.Visible;
import chatload.tool.UserError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Any bytes as a protocol file and any bytes as a stream that it is to read, in pieces of any size.
 * The first byte says how it is cut; then comes the file, or the name of a built-in protocol; the
 * stream stands behind the first line {@code ====}.
 */
public final class MappingFuzz {

  private static final String BEHIND_FILE = "\n====\n";

  /** Without any of these a stream of a built-in protocol has no end. */
  private static final Map<String, Predicate<JsonNode>> ENDS =
      Map.of(
          "openai-chat", event -> event.isTextual() && event.textValue().equals("[DONE]"),
          "openai-responses", event -> event.path("type").asText().equals("response.completed"),
          "anthropic", event -> event.path("type").asText().equals("message_stop"),
          "ai-sdk-ui", event -> event.path("type").asText().equals("finish"),
          "ai-sdk-data", event -> event.hasNonNull("finishReason"),
          "gemini", event -> event.findValue("finishReason") != null,
          "ollama", event -> event.path("done").asText().equals("true"),
          "dify", event -> event.path("event").asText().equals("message_end"),
          "ag-ui", event -> event.path("type").asText().equals("RUN_FINISHED"));

  record Event(String name, String data) {
    JsonNode json() {
      try {
        return data == null ? MissingNode.getInstance() : Json.MAPPER.readTree(data);
      } catch (JsonProcessingException e) {
        return TextNode.valueOf(data.strip());
      }
    }
  }

  private MappingFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String all = new String(input, StandardCharsets.ISO_8859_1);
    int end = all.indexOf(BEHIND_FILE);
    if (input.length == 0 || end < 1) {
      return;
    }
    int start = end + BEHIND_FILE.length();
    byte[] stream = new byte[input.length - start];
    System.arraycopy(input, start, stream, 0, stream.length);
    String file = new String(input, 1, end - 1, StandardCharsets.UTF_8);
    boolean isName = Protocols.described().contains(file);
    ChatProtocol protocol;
    try {
      protocol = isName ? Protocols.named(file) : Protocols.read("own.yaml", file);
    } catch (UserError e) {
      assertThat(e.getMessage()).startsWith("own.yaml");
      assertThat(e.hint()).isNotBlank();
      return;
    }
    List<Event> events = new ArrayList<>();
    ChatReading reading = read(protocol, stream, new Random(input[0]), events);
    ChatReading whole = Vector.read(protocol, stream, stream.length, Math.max(1, stream.length));
    assertThat(whole.outcome()).isEqualTo(reading.outcome());
    if (reading.outcome() == Outcome.OK) {
      assertThat(whole.reply()).hasToString(reading.reply().toString());
      assertThat(reading.hasTerminal()).isTrue();
      assertThat(Visible.isVisible(reading.reply())).isTrue();
      Predicate<JsonNode> isEnd = isName ? ENDS.get(file) : null;
      assertThat(isEnd == null || events.stream().anyMatch(event -> isEnd.test(event.json())))
          .isTrue();
    }
    requireSameWithoutShapes(((MappedProtocol) protocol).mapping(), events);
  }

  private static ChatReading read(
      ChatProtocol protocol, byte[] stream, Random random, List<Event> events) {
    ChatReading reading = new ChatReading(protocol, List.of("canned reply"), text -> text);
    Framing framing =
        protocol.framing(
            (name, data) -> {
              events.add(new Event(name, data));
              reading.event(name, data, events.size());
            },
            reading.longTexts());
    for (int from = 0; from < stream.length; ) {
      int length = Math.min(stream.length - from, 1 + random.nextInt(40));
      framing.feed(ByteBuffer.wrap(stream, from, length));
      from += length;
    }
    Framing.Rest rest = framing.end();
    if (rest != null) {
      events.add(new Event(rest.name(), rest.data()));
    }
    reading.ended(rest, events.size() + 1);
    return reading;
  }

  /** An event that is told by its shape means what it means to one who reads all of it. */
  static void requireSameWithoutShapes(Mapping mapping, List<Event> events) {
    if (mapping.framing == FramingKind.TEXT) {
      return;
    }
    EventReader quick = new MappingReader(mapping);
    EventReader thorough = new MappingReader(mapping, 0);
    for (Event event : events) {
      ChatEvent meaning = thorough.read(event.name(), event.data());
      assertThat(quick.read(event.name(), event.data())).isEqualTo(meaning);
      if (meaning instanceof ChatEvent.Malformed || meaning instanceof ChatEvent.ServiceError) {
        return;
      }
    }
  }
}
