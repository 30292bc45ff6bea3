package chatload.protocol.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainedTest {

  @Test
  void aPathExplainsWhatItLeadsToAndNothingAround() {
    Explained root = Explained.of(List.of(List.of("a", "*", "b"), List.of("a", "c")));
    Explained a = root.in("a");
    assertThat(a.inEach().in("b").isWhole()).isTrue();
    assertThat(a.in("c").isWhole()).isTrue();
    assertThat(root.isWhole()).isFalse();
    assertThat(a.isWhole()).isFalse();
    assertThat(a.inEach().isWhole()).isFalse();
    assertThat(root.in("x").in("b").isWhole()).isFalse();
  }
}
