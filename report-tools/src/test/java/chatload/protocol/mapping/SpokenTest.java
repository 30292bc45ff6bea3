package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Secret;
import chatload.protocol.Asked;
import chatload.run.ProtocolUsed;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan's protocol is what the text that the plan holds says, or the plan carries no verdict. */
class SpokenTest {

  private static final String TEXT = Protocols.text("ollama");
  private static final String HASH = Spoken.of("ollama", TEXT, "small").sha256();

  private static String contradiction(String name, String hash, boolean seesCuts, String text) {
    return Spoken.contradiction(new ProtocolUsed(name, hash, seesCuts, "small", text)).orElse(null);
  }

  @Test
  void whatItsTextSaysIsNoContradiction() {
    assertThat(contradiction("ollama", HASH, true, TEXT)).isNull();
  }

  @Test
  void theValuesOfItsVariablesGoIntoItsRequestsAlone() {
    String text =
        "protocol: own\nrequest: { body: { q: \"${message}\", k: \"${env:K}\" } }\n"
            + "framing: text\nend: response\n";
    Spoken own = Spoken.of("own.yaml", text, "small").with(Map.of("K", new Secret("v-1")));
    assertThat(own.protocol().request(new Asked("t", "hi", null, "u")).body())
        .isEqualTo("{\"q\":\"hi\",\"k\":\"v-1\"}");
    assertThat(own.text()).isEqualTo(text);
    assertThat(own.isEywa()).isFalse();
    assertThat(Spoken.EYWA.isEywa()).isTrue();
  }

  @Test
  void theProtocolsThatAreBuiltInAreNamed() {
    assertThat(Protocols.described()).contains("openai-chat", "anthropic", "text");
  }

  @Test
  void anotherTextHashNameOrBlindnessIsOne() {
    String said = "target.protocol is not what its text says";
    assertThat(contradiction("ollama", HASH, true, TEXT + "#")).isEqualTo(said);
    assertThat(contradiction("ollama", "0".repeat(64), true, TEXT)).isEqualTo(said);
    assertThat(contradiction("gemini", HASH, true, TEXT)).isEqualTo(said);
    assertThat(contradiction("ollama", HASH, false, TEXT)).isEqualTo(said);
  }

  @Test
  void soIsATextThatDescribesNothingOrIsMissing() {
    assertThat(contradiction("ollama", HASH, true, "protocol: ["))
        .startsWith("target.protocol.text: ");
    assertThat(contradiction("ollama", HASH, true, null)).isEqualTo("target.protocol has no text");
  }
}
