package chatload.protocol.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.protocol.Asked;
import chatload.protocol.ChatProtocol;
import chatload.protocol.LongTexts;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedProtocolTest {

  private static ChatProtocol own(String body, String rest) {
    return Protocols.read(
        "own.yaml", "protocol: own\nrequest: { body: { " + body + " } }\n" + rest + "\n");
  }

  private static final String Q = "q: \"${message}\"";
  private static final String SSE = "framing: sse\nvisible: [/x]\nend: [{ at: /end }]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          q: "${message}" | false | false | false | false
          q: "${message}", t: "${thread}" | true | false | false | false
          q: "${message}", c: "${conversation}" | true | false | true | false
          q: ["${history}", { role: user, content: "${message}" }] | true | true | false | false
          q: "${message}", m: "${model}" | false | false | false | true
          """)
  void whatARequestHoldsSaysHowAConversationGoesOn(
      String body, boolean goesOn, boolean history, boolean named, boolean model) {
    ChatProtocol own = own(body, SSE + "\nconversation: /c");
    assertThat(own.goesOn()).isEqualTo(goesOn);
    assertThat(own.sendsHistory()).isEqualTo(history);
    assertThat(own.namesConversations()).isEqualTo(named);
    assertThat(own.needsModel()).isEqualTo(model);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          end: [{ at: /end }] | true | false
          end: response | false | true
          `end: response\nmarker: { text: "<END>", is: required }` | true | true
          `end: response\nmarker: { text: "<END>", is: optional }` | false | true
          """)
  void onlyAReplyThatEndsWithNothingOfItsOwnHidesCuts(
      String end, boolean seesCuts, boolean withResponse) {
    ChatProtocol own = own(Q, "framing: sse\nvisible: [/x]\n" + end.replace("\\n", "\n"));
    assertThat(own.seesCuts()).isEqualTo(seesCuts);
    assertThat(own.endsWithResponse()).isEqualTo(withResponse);
  }

  @Test
  void itsVariablesAreFilledInAndNothingElseChanges() {
    ChatProtocol own = own(Q + ", k: \"${env:KEY}\"", SSE + "\nconversation: /c");
    assertThat(own.variables()).containsExactly("KEY");
    ChatProtocol filled = own.with(Map.of("KEY", "v"));
    assertThat(filled.variables()).isEmpty();
    assertThat(filled.request(new Asked("t", "hi", null, "u")).body())
        .isEqualTo("{\"q\":\"hi\",\"k\":\"v\"}");
    assertThat(filled.contentTypes()).containsExactly("text/event-stream");
    assertThat(filled.name()).isEqualTo("own");
    assertThat(filled.reader()).isInstanceOf(NamedConversation.class);
  }

  @Test
  void headersHaveGapsAndVariablesToo() {
    String request =
        "protocol: own\nrequest:\n  headers: { x-t: \"${thread}\", x-api-key: \"${env:KEY}\" }\n"
            + "  body: { h: [\"${history}\", { role: user, q: \"${message}\", k: \"${env:K}\" }],"
            + " m: \"${model}\" }\n";
    ChatProtocol own = Protocols.read("own.yaml", request + SSE + "\n");
    assertThat(own.variables()).containsExactly("K", "KEY");
    assertThat(((MappedProtocol) own).template().names("thread")).isTrue();
    assertThat(((MappedProtocol) own).template().names("unique")).isFalse();
    ChatProtocol filled = own.with(Map.of("K", "\"k\"", "KEY", "s"));
    assertThat(filled.sendsHistory()).isTrue();
    Asked asked = new Asked("t", "b", null, "u", List.of(new Asked.Said(true, "a")), "");
    assertThat(filled.request(asked).headers())
        .containsEntry("x-t", "t")
        .containsEntry("x-api-key", "s");
    assertThat(filled.request(asked).body())
        .isEqualTo(
            "{\"h\":[{\"role\":\"assistant\",\"q\":\"a\",\"k\":\"\\\"k\\\"\"},"
                + "{\"role\":\"user\",\"q\":\"b\",\"k\":\"\\\"k\\\"\"}],\"m\":\"\"}");
  }

  @Test
  void theKindOfAnEventIsAValueOrNone() throws Exception {
    Mapping byPath = ((MappedProtocol) own(Q, SSE + "\nkind: /t")).mapping();
    assertThat(byPath.kind("message", Json.MAPPER.readTree("{\"t\":\"a\"}"))).isEqualTo("a");
    assertThat(byPath.kind("message", Json.MAPPER.readTree("{\"t\":1}"))).isEqualTo("1");
    assertThat(byPath.kind("message", Json.MAPPER.readTree("{\"t\":{}}"))).isNull();
    assertThat(byPath.kind("message", Json.MAPPER.readTree("{}"))).isNull();
  }

  @Test
  void itsFramingAndItsReaderAreThoseOfItsFile() {
    assertThat(own(Q, SSE).reader()).isInstanceOf(MappingReader.class);
    ChatProtocol text = own(Q, "framing: text\nend: response");
    assertThat(text.reader()).isInstanceOf(PlainReader.class);
    List<String> events = new ArrayList<>();
    ChatProtocol lines = own(Q, SSE.replace("sse", "ndjson"));
    lines
        .framing((name, data) -> events.add(data), new LongTexts(lines, 9, 9, 9))
        .feed(ByteBuffer.wrap("{}\n".getBytes(UTF_8)));
    assertThat(events).containsExactly("{}");
  }
}
