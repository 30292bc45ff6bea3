package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.run.ProtocolUsed;
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
