package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmbeddedProofTest {

  @Test
  void isProofForItsOwnTraceIdOrForTheOneBesideIt() {
    String own = "{\"embeddedTarget\":\"" + EmbeddedProof.of("a") + "\"}";
    String other =
        "{ \"traceId\" : \"b\", \"embeddedTarget\" : \"" + EmbeddedProof.of("b") + "\" }";

    assertThat(EmbeddedProof.isIn(own, "a")).isTrue();
    assertThat(EmbeddedProof.isIn(other, "a")).as("a proxy gave it another id").isTrue();
    assertThat(EmbeddedProof.isIn(own, "b")).isFalse();
  }

  @Test
  void whatOtherServicesSayProvesNothing() {
    assertThat(EmbeddedProof.isIn("", "a")).isFalse();
    assertThat(EmbeddedProof.isIn("{\"traceId\":\"a\"}", "a")).isFalse();
    assertThat(EmbeddedProof.isIn("{\"embeddedTarget\":true}", "a")).isFalse();
    assertThat(EmbeddedProof.isIn("embeddedTarget " + EmbeddedProof.of("a"), "a")).isFalse();
    assertThat(EmbeddedProof.isIn("[\"embeddedTarget\"", "a")).isFalse();
  }
}
