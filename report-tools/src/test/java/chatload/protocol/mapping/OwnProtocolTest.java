package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.protocol.Asked;
import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading;
import chatload.protocol.ChatRequest;
import chatload.run.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file of a user's own can say beyond the built-in ones. */
class OwnProtocolTest {

  private static final String REQUEST = "request: { body: { q: \"${message}\" } }\n";

  private static ChatProtocol own(String text) {
    return Protocols.read("own.yaml", "protocol: own\n" + REQUEST + text);
  }

  private static ChatReading read(String file, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return Vector.read(own(file), bytes, bytes.length, 5);
  }

  @Test
  void eachTextCanHoldAllBeforeIt() {
    String file =
        "framing: sse\ntext: cumulative\nvisible: [/text]\nend: marker\n"
            + "marker: { text: \"[END]\", is: required }\n";
    String body =
        "data: {\"text\":\"Hi\"}\n\ndata: {\"text\":\"Hi\"}\n\ndata: {\"text\":\"Hi you\"}\n\n";
    ChatReading reading = read(file, body + "data: [END]\n\n");
    assertThat(reading.outcome()).isEqualTo(Outcome.OK);
    assertThat(reading.reply()).hasToString("Hi you");
    assertThat(reading.chunks()).isEqualTo(2);
    assertThat(read(file, body).outcome()).isEqualTo(Outcome.TRUNCATED);
    ChatReading changed = read(file, body + "data: {\"text\":\"No\"}\n\ndata: [END]\n\n");
    assertThat(changed.reply()).as("what came before is taken back").hasToString("No");
    assertThat(changed.chunks()).isEqualTo(1);
  }

  @Test
  void theDataOfEventsCanBeTheText() {
    String file =
        "framing: sse\nkind: event\ndata: text\nvisible: [{ when: message, at: \"\" }]\n"
            + "end: [{ when: done }]\n";
    String whole = "data: Hi\n\ndata:  you\n\nevent: done\ndata: -\n\n";
    assertThat(read(file, whole).outcome()).isEqualTo(Outcome.OK);
    assertThat(read(file, whole).reply()).hasToString("Hi you");
    assertThat(read(file, "data: Error: it died\n\nevent: done\ndata: -\n\n").outcome())
        .isEqualTo(Outcome.ERROR_EVENT);
    String about = "data: This is an\n\ndata:  error\n\ndata:  in it\n\nevent: done\ndata: -\n\n";
    assertThat(read(file, about).outcome()).as("a word of the reply").isEqualTo(Outcome.OK);
    assertThat(read(file, "data: Hi\n\ndata: {\"error\":\"it died\"}\n\n").outcome())
        .isEqualTo(Outcome.ERROR_EVENT);
  }

  @Test
  void aReasonCanBeAcceptedWhereverItIsFound() {
    for (String at : new String[] {"/choices/0/why", "/choices/*/why"}) {
      String file =
          "framing: sse\nvisible: [/choices/*/text]\nend: reason\n"
              + ("reason: [{ at: " + at + ", means: { stop: ok, length: ok } }]\n");
      String body = "data: {\"choices\":[{\"text\":\"Hi\",\"why\":\"length\"}]}\n\n";
      assertThat(read(file, body).outcome()).as(at).isEqualTo(Outcome.OK);
    }
  }

  @Test
  void aServiceThatSpeaksOtherwiseIsNotToBlameForItsMarker() {
    byte[] openAi =
        "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\ndata: [DONE]\n\n"
            .getBytes(StandardCharsets.UTF_8);
    for (String name : List.of("anthropic", "gemini", "ai-sdk-ui", "openai-responses", "dify")) {
      ChatReading reading = Vector.read(Protocols.named(name), openAi, openAi.length, 7);
      assertThat(reading.outcome()).as(name).isEqualTo(Outcome.OTHER_PROTOCOL);
    }
  }

  @Test
  void eventsThatNobodyKnowsCanBeRefused() {
    String file =
        "framing: ndjson\nkind: /t\nunknown: malformed\n"
            + "visible: [{ when: a, at: /x }]\nknown: [b]\nend: [{ when: z }]\n";
    String whole = "{\"t\":\"a\",\"x\":\"Hi\"}\n{\"t\":\"b\"}\n";
    assertThat(read(file, whole + "{\"t\":\"z\"}\n").outcome()).isEqualTo(Outcome.OK);
    assertThat(read(file, whole + "{\"t\":\"c\"}\n{\"t\":\"z\"}\n").outcome())
        .isEqualTo(Outcome.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "'data: {\"t\":\"a\",\"x\":\"Hi\",\"error\":\"it died\"}', ERROR_EVENT",
    "'data: {\"t\":\"new\",\"status\":\"failed\"}', ERROR_EVENT",
    "'data: {\"t\":\"run.failed\"}', ERROR_EVENT",
    "'data: {\"t\":\"new\",\"more\":{\"exception\":\"it died\"}}', ERROR_EVENT",
    "'data: {\"t\":\"step\",\"error\":\"it died\"}', OK",
    "'data: {\"t\":\"a\",\"x\":\"Hi\",\"of_others\":{\"error\":\"it died\"}}', OK",
    "'data: {\"t\":\"new\",\"degraded\":true}', DEGRADED",
  })
  void whatSaysErrorIsOneUnlessTheFileExplainsIt(String event, Outcome outcome) {
    String file =
        "framing: sse\nkind: /t\nvisible: [{ when: a, at: /x }]\nignore: [step]\n"
            + "foreign: [/of_others]\nend: [{ when: z }]\n";
    String body = "data: {\"t\":\"a\",\"x\":\"Hi\"}\n\n" + event + "\n\ndata: {\"t\":\"z\"}\n\n";
    assertThat(read(file, body).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "'Hi you<END>', OK",
    "'Hi you<END> \n', OK",
    "'Hi you', TRUNCATED",
    "'<END>', EMPTY",
    "'oops: it died<END>', ERROR_EVENT",
    "'Hi<END>', TRUNCATED"
  })
  void bareTextCanBeAskedForMore(String body, Outcome outcome) {
    String file =
        "framing: text\nend: response\nmarker: { text: \"<END>\" }\nmin-chars: 8\n"
            + "error-pattern: \"^oops:\"\n";
    assertThat(
            read(file.replace("min-chars: 8", body.equals("<END>") ? "" : "min-chars: 8"), body)
                .outcome())
        .isEqualTo(outcome);
  }

  @Test
  void theGapsOfARequestAreFilledWithTextAndNoMore() {
    ChatProtocol protocol =
        Protocols.read(
            "own.yaml",
            "protocol: own\nframing: ndjson\nvisible: [/x]\nend: [{ at: /end }]\nrequest:\n"
                + "  method: PUT\n  headers: { X-Thread: \"t-${thread}\" }\n"
                + "  body: { n: 1, on: true, none: null, list: [\"${model}\", \"${message}\"], u: \"${unique}\" }\n");
    ChatRequest request = protocol.request(new Asked("7", "say \"${thread}\"\n$1", "m", "u-1"));
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.headers())
        .containsEntry("x-thread", "t-7")
        .containsEntry("accept", "application/x-ndjson")
        .containsEntry("content-type", "application/json");
    assertThat(request.body())
        .isEqualTo(
            "{\"n\":1,\"on\":true,\"none\":null,\"list\":[\"m\",\"say \\\"${thread}\\\"\\n$1\"],"
                + "\"u\":\"u-1\"}");
  }
}
