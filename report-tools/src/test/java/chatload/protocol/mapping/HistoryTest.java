package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.files.Json;
import chatload.protocol.Asked;
import chatload.protocol.Asked.Said;
import chatload.protocol.ChatProtocol;
import chatload.protocol.EventReader;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes with a request of what was said before. */
class HistoryTest {

  private static final List<Said> BEFORE =
      List.of(new Said(false, "say \"${message}\""), new Said(true, "$1\n${thread}"));

  @ParameterizedTest
  @CsvSource({
    "openai-chat, messages, /content, assistant",
    "anthropic, messages, /content, assistant",
    "ollama, messages, /content, assistant",
    "openai-responses, input, /content, assistant",
    "ai-sdk-data, messages, /content, assistant",
    "ai-sdk-ui, messages, /parts/0/text, assistant",
    "ag-ui, messages, /content, assistant",
    "gemini, contents, /parts/0/text, model",
  })
  void goesInTheShapeOfTheMessage(String name, String list, String text, String role)
      throws Exception {
    ChatProtocol protocol = Protocols.read(name + ".yaml", Protocols.text(name));
    assertThat(protocol.sendsHistory()).isTrue();
    JsonNode messages = sent(protocol, BEFORE).path(list);
    assertThat(messages.findValuesAsText("role")).containsExactly("user", role, "user");
    assertThat(messages)
        .extracting(message -> message.at(text).textValue())
        .containsExactly("say \"${message}\"", "$1\n${thread}", "now");
    assertThat(sent(protocol, List.of()).path(list)).hasSize(1);
  }

  @Test
  void idsOfMessagesDiffer() throws Exception {
    ChatProtocol protocol = Protocols.read("ag-ui.yaml", Protocols.text("ag-ui"));
    assertThat(sent(protocol, BEFORE).path("messages").findValuesAsText("id"))
        .containsExactly("u-1", "u-2", "u");
  }

  @Test
  void itIsSentOnlyByThoseThatSaySo() {
    assertThat(ChatProtocol.EYWA.sendsHistory()).isFalse();
    assertThat(ChatProtocol.EYWA.goesOn()).isTrue();
    assertThat(Protocols.read("text.yaml", Protocols.text("text")).goesOn()).isTrue();
    assertThat(Protocols.read("dify.yaml", Protocols.text("dify")).goesOn()).isTrue();
    assertThat(Protocols.read("own.yaml", own("${unique}")).goesOn()).isFalse();
  }

  @Test
  void theServicesOwnNameForAConversationIsReadAndSentWithTheNextTurn() throws Exception {
    ChatProtocol dify = Protocols.named("dify");
    assertThat(dify.request(new Asked("t", "now", null, "u")).body())
        .contains("\"conversation_id\":\"\"");
    assertThat(dify.request(new Asked("t", "now", null, "u", List.of(), "c\"1")).body())
        .contains("\"conversation_id\":\"c\\\"1\"");
    EventReader reader = dify.reader();
    reader.read("message", "{\"event\":\"ping\",\"conversation_id\":null}");
    reader.read("message", "no JSON");
    assertThat(reader.conversation()).isNull();
    reader.read("message", "{\"event\":\"message\",\"conversation_id\":\"c1\",\"answer\":\"Hi\"}");
    reader.read("message", "{\"event\":\"message\",\"conversation_id\":\"c2\",\"answer\":\"Hi\"}");
    assertThat(reader.conversation()).isEqualTo("c1");
    assertThatThrownBy(() -> Protocols.read("own.yaml", own("${conversation}")))
        .hasMessageContaining("own.yaml:2: request: nothing fills ${conversation}");
  }

  private static String own(String id) {
    return "protocol: own\nrequest: { body: { q: \"${message}\", id: \""
        + id
        + "\" } }\nframing: text\nend: response\n";
  }

  private static JsonNode sent(ChatProtocol protocol, List<Said> history) throws Exception {
    return Json.MAPPER.readTree(
        protocol.request(new Asked("t", "now", "m", "u", history, "")).body());
  }
}
