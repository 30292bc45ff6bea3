package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.protocol.mapping.Shape.Hole;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typical is told by its shape, and nothing that can mean anything else. */
class ShapeTest {

  private static final String OWN =
      """
      protocol: own
      request: { body: { q: "${message}" } }
      framing: sse
      kind: /type
      visible:
        - { when: a, at: /text }
        - { when: a, at: "/parts/*[is=text]/text" }
        - { when: a, at: /again, is: repetition }
        - { when: a, at: /no, means: refused }
        - { when: a, at: /message }
        - { when: a, at: /data/failed }
      generated: [{ when: a, at: /thought }]
      tool-call: [{ when: a, at: /call }, { when: a, at: /calls/0 }]
      reason:
        - { when: a, at: /why, means: { stop: ok } }
        - { when: a, in: /choices/*, of: /index, at: /why, means: { stop: ok } }
        - { when: z, means: ok }
      end: [{ when: z }]
      error: [{ at: /oops, message: /oops }]
      sequence: /n
      usage: { input: [/in, /also/in], output: "/out/*[is=it]/n", reasoning: [/why-so, /n] }
      """;

  private static Mapping mapping(String file) {
    return ((MappedProtocol) Protocols.read("own.yaml", file)).mapping();
  }

  private static Shape shape(Mapping mapping, String name, String data) {
    try {
      JsonNode json = Json.MAPPER.readTree(data);
      String kind = mapping.kind(name, json);
      String called = kind == null ? name : kind;
      return ShapeMaker.of(mapping, mapping.of(kind).meanings(), called, name, data, json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Shape shape(String data) {
    return shape(mapping(OWN), "message", data);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          openai-chat | {"id":"c-1","object":"chat.completion.chunk","created":5,"choices":[{"index":0,"delta":{"content":"WORD"},"finish_reason":null}],"usage":null,"obfuscation":"ID"}
          openai-responses | {"type":"response.output_text.delta","sequence_number":7,"item_id":"ID","delta":"WORD","logprobs":[]}
          anthropic | {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"WORD"}}
          ai-sdk-ui | {"type":"text-delta","id":"ID","delta":"WORD"}
          gemini | {"candidates": [{"content": {"parts": [{"text": "WORD"}],"role": "model"},"index": 0}],"usageMetadata": {"promptTokenCount": 9,"candidatesTokenCount": 7},"responseId": "ID"}
          ollama | {"model":"m","created_at":"ID","message":{"role":"assistant","content":"WORD"},"done":false}
          dify | {"event": "message", "message_id": "ID", "created_at": 7, "answer": "WORD", "from_variable_selector": null}
          ag-ui | {"type":"TEXT_MESSAGE_CONTENT","messageId":"ID","delta":"WORD"}
          """)
  void whatServicesSendMostIsToldByItsShape(String protocol, String event) {
    Mapping mapping = mapping(Protocols.text(protocol));
    Shape shape = shape(mapping, "message", event.replace("WORD", "Hi").replace("ID", "1"));
    String other = event.replace("WORD", "\\\"\\u4f60\\n好").replace("ID", "x-2").replace("7", "18");
    assertThat(shape.fits("message", other)).isTrue();
    assertThat(shape.text()).isEqualTo("\"你\n好");
  }

  @Test
  void numbersAreReadFromTheirPlaces() {
    Shape shape =
        shape(
            mapping(OWN.replace("[/why-so, /n]", "/why-so")),
            "message",
            "{\"type\":\"a\",\"n\":1,\"also\":{\"in\":2},\"why-so\":3,\"text\":\"x\"}");
    assertThat(
            shape.fits(
                "message",
                "{\"type\":\"a\",\"n\":999999999999999999,\"also\":{\"in\":0},\"why-so\":40,\"text\":\"x\"}"))
        .isTrue();
    assertThat(shape.number(Hole.SEQUENCE)).isEqualTo(999999999999999999L);
    assertThat(shape.number(Hole.INPUT)).isZero();
    assertThat(shape.number(Hole.OUTPUT)).isNull();
    assertThat(shape.number(Hole.REASONING)).isEqualTo(40);
    assertThat(shape.fits("message", "{\"type\":\"a\",\"n\":-1")).isFalse();
  }

  @Test
  void whatSaysTheKindHasToStay() {
    Mapping about = mapping(OWN.replace("/type", "/about"));
    Shape shape = shape(about, "message", "{\"about\":\"a\",\"text\":\"Hi\"}");
    assertThat(shape.fits("message", "{\"about\":\"a\",\"text\":\"you\"}")).isTrue();
    assertThat(shape.fits("message", "{\"about\":\"b\",\"text\":\"Hi\"}")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"b\",\"id\":\"1\",\"k\":5,\"text\":\"Hi\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":5,\"text\":\"\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":5,\"text\":\"Hi\"} ",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":5,\"text\":\"Hi\"",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":5,\"text\":\"Hi",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":5,\"text\":\"Hi\\",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":5,\"text\":\"Hi\\\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":5,\"text\":\"H\\i\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":5,\"text\":\"H\\u00\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":5,\"text\":\"H\ni\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":5,\"text\":null}",
        "{\"type\":\"a\",\"id\":\"\\u0031\",\"k\":5,\"text\":\"Hi\"}",
        "{\"type\":\"a\",\"id\":\"1\t\",\"k\":5,\"text\":\"Hi\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"error\":\"5\",\"k\":5,\"text\":\"Hi\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":05,\"text\":\"Hi\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":-5,\"text\":\"Hi\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":5.5,\"text\":\"Hi\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":5e5,\"text\":\"Hi\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":/,\"text\":\"Hi\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"k\"::,\"text\":\"Hi\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":1234567890123456789,\"text\":\"Hi\"}",
        "{\"type\":\"a\",\"id\":\"1\",\"k\":",
      })
  void whatDiffersInAnythingElseHasAnotherShape(String event) {
    Shape shape = shape("{\"type\":\"a\",\"id\":\"1\",\"k\":5,\"text\":\"Hi\"}");
    assertThat(shape.fits("message", "{\"type\":\"a\",\"id\":\"\",\"k\":0,\"text\":\"\\\\\"}"))
        .isTrue();
    assertThat(shape.text()).isEqualTo("\\");
    assertThat(shape.fits("message", event)).isFalse();
  }

  @Test
  void anEventOfAnotherNameOrWithoutDataHasAnotherShape() {
    String data = "{\"type\":\"a\",\"text\":\"Hi\"}";
    assertThat(shape(data).fits("message", data)).isTrue();
    assertThat(shape(data).fits("error", data)).isFalse();
    assertThat(shape(data).fits("message", null)).isFalse();
  }

  /**
   * What a rule or the search for errors asks for stays what it was: else it is read as a whole.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"thought\":\"\"",
        "\"call\":\"\"",
        "\"calls\":{\"0\":\"\"}",
        "\"message\":0",
        "\"again\":\"\"",
        "\"why\":\"\"",
        "\"choices\":[{\"index\":0,\"why\":\"\"}]",
        "\"parts\":[{\"is\":\"image\"}]",
        "\"parts\":[{\"is\":\"text\",\"text\":\"\"}]",
        "\"oops\":\"\"",
        "\"error\":\"\"",
        "\"error\":0",
        "\"more\":{\"error\":[{\"a\":\"\"}]}",
        "\"status\":\"ok\"",
        "\"code\":0",
        "\"degraded\":{\"a\":\"\"}",
        "\"event\":\"x\"",
        "\"message_type\":{\"kind\":\"x\"}",
        "\"tool\":\"\"",
        "\"step\":{\"name\":\"\"}",
        "\"x\":1.5",
        "\"x\":-1",
        "\"x\":\"a\\nb\"",
      })
  void whatDecidesHasToStay(String member) {
    String event = "{\"type\":\"a\",\"text\":\"Hi\"," + member + "}";
    Shape shape = shape(event);
    assertThat(shape.fits("message", event.replace("Hi", "you"))).isTrue();
    String other =
        member
            .replaceAll("\"\"(?=[,}\\]]|$)", "\"z\"")
            .replaceAll("\"(ok|x|image|a.nb)\"(?!:)", "\"z\"");
    other = other.equals(member) ? member.replaceAll("[01](?=[,}\\]]|$)|(1.5)", "7") : other;
    assertThat(other).isNotEqualTo(member);
    assertThat(shape.fits("message", event.replace(member, other))).as(other).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"id\":\"a\"",
        "\"id\":\"\",\"k\":1",
        "\"n\":\"a\"",
        "\"k\":1",
        "\"message\":{\"id\":\"a\"}",
        "\"event\":{\"id\":\"a\"}",
        "\"more\":[\"a\",[1]]",
      })
  void whatDoesNotCanBeAnything(String member) {
    String event = "{\"type\":\"a\",\"text\":\"Hi\"," + member + "}";
    String other =
        event
            .replace("\"a\"", "\"b c\"")
            .replace("\"type\":\"b c\"", "\"type\":\"a\"")
            .replace("\"\"", "\"b\"")
            .replace("1", "20");
    assertThat(other).isNotEqualTo(event);
    assertThat(shape(event).fits("message", other)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"a\",\"text\":\"\",\"again\":\"Hi\"}",
        "{\"type\":\"a\",\"no\":\"Hi\"}",
        "{\"type\":\"a\",\"message\":\"Hi\"}",
        "{\"type\":\"a\",\"data\":{\"failed\":\"Hi\"}}",
        "{\"type\":\"a\",\"text\":\"Hi\",\"parts\":[{\"is\":\"text\",\"text\":\"you\"}]}",
        "{\"type\":\"a\",\"text\":\"Hi\",\"oops\":{\"a\":\"\"}}",
        "{\"type\":\"a\",\"text\":\"Hi\",\"in\":1,\"also\":{\"in\":1}}",
        "{\"type\":\"a\",\"text\":\"Hi\",\"in\":-1}",
        "{\"type\":\"a\",\"text\":\"Hi\",\"n\":1}",
        "{\"type\":\"a\",\"text\":\"Hi\",\"out\":[{\"is\":\"it\",\"n\":1}]}",
        "{\"type\":\"a\",\"id\":\"Hi\"}",
      })
  void whatIsMoreThanAPieceOfTextHasNoShape(String event) {
    assertThat(shape(event)).isNull();
  }

  @Test
  void aStringAloneHasAShapeUnlessItCouldBeAnError() {
    Mapping lines =
        mapping(
            Protocols.text("ai-sdk-data")
                .replace("when: \"0\"", "when: [\"0\", message, run.status]")
                .replace("at: /data", "at: \"/data[is=it]\""));
    Shape shape = shape(lines, "0", "\"Hi\"");
    assertThat(shape.fits("0", "\"you\\n\"")).isTrue();
    assertThat(shape.text()).isEqualTo("you\n");
    for (String name : List.of("message", "run.status")) {
      assertThat(shape(lines, name, "\"Hi\"")).as(name).isNull();
    }
  }
}
