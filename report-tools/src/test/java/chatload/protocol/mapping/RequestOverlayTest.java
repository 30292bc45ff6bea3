package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.protocol.Asked;
import chatload.protocol.ChatRequest;
import chatload.run.ProtocolUsed;
import chatload.tool.UserError;
import chatload.yaml.Yaml;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestOverlayTest {

  private static final Spoken OPENAI =
      Spoken.of("openai-chat.yaml", Protocols.text("openai-chat"), "small");

  private static Spoken over(Spoken spoken, String parts) {
    return RequestOverlay.over(
        spoken, "gate.yaml", "target.request", Yaml.parse("gate.yaml", parts, ""));
  }

  private static ChatRequest request(Spoken spoken) {
    return spoken.protocol().request(new Asked("t", "hello", "small", "u"));
  }

  @Test
  void what_is_said_stands_in_the_place_of_the_protocols_own_and_the_rest_stays() {
    Spoken other =
        over(OPENAI, "method: PUT\nheaders: { x-b: \"2\", Accept: \"*/*\", x-a: \"${unique}\" }\n");

    assertThat(request(other).method()).isEqualTo("PUT");
    assertThat(request(other).body()).isEqualTo(request(OPENAI).body());
    assertThat(List.copyOf(request(other).headers().entrySet()))
        .map(Object::toString)
        .containsExactly("content-type=application/json", "x-b=2", "accept=*/*", "x-a=u");
  }

  @Test
  void a_body_is_another_whatever_its_words_are() {
    String odd = "é 👍 \\u2028 \\u0085 \\\" ' : # [x]";
    Spoken other =
        over(OPENAI, "body: { n: 1, x: [0.5, true, null], q: \"" + odd + "${message}\" }");

    assertThat(request(other).body())
        .isEqualTo(
            "{\"n\":1,\"x\":[0.5,true,null],\"q\":\"é 👍 \u2028 \u0085 \\\" ' : # [x]hello\"}");
    assertThat(other.protocol().needsModel()).isFalse();
    assertThat(other.protocol().sendsHistory()).isFalse();
  }

  @Test
  void evidence_holds_the_whole_and_tells_it_from_the_protocol_that_is_built_in() {
    Spoken other = over(OPENAI, "headers: { x-a: \"1\" }");
    ProtocolUsed used =
        new ProtocolUsed("openai-chat", other.sha256(), true, "small", other.text());

    assertThat(Spoken.contradiction(used)).isEmpty();
    assertThat(other.sha256()).isNotEqualTo(OPENAI.sha256());
    Spoken again = Spoken.of("x", other.text(), "small");
    assertThat(request(again)).isEqualTo(request(other));
  }

  @Test
  void every_protocol_that_is_built_in_stays_what_it_is() {
    for (String name : Protocols.described()) {
      Spoken own = Spoken.of(name, Protocols.text(name), null);
      Spoken other = over(own, "method: POST");
      assertThat(request(other)).as(name).isEqualTo(request(own));
      assertThat(other.protocol().contentTypes()).isEqualTo(own.protocol().contentTypes());
      assertThat(other.protocol().seesCuts()).isEqualTo(own.protocol().seesCuts());
      assertThat(over(other, "method: POST").text()).as(name).isEqualTo(other.text());
    }
  }

  @Test
  void headers_stand_beside_those_of_the_protocol_if_it_has_any() {
    Spoken anthropic = Spoken.of("anthropic.yaml", Protocols.text("anthropic"), "small");
    assertThat(request(over(anthropic, "headers: { x-a: \"1\" }")).headers())
        .containsEntry("anthropic-version", "2023-06-01")
        .containsEntry("x-a", "1");
    String text =
        "protocol: own\nrequest: { body: { q: \"${message}\" } }\nframing: text\nend: response\n";
    assertThat(request(over(Spoken.of("own", text, null), "headers: { x-a: \"1\" }")).headers())
        .containsEntry("x-a", "1");
  }

  @Test
  void headers_that_are_none_are_refused() {
    assertThatThrownBy(() -> over(OPENAI, "headers: x"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("gate.yaml:1: target.request.headers");
  }
}
