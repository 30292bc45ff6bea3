package chatload.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionsTest {

  private static final double Z95 = 1.959963984540054;

  /** Table II of Newcombe, 1998, method 10; there the first share is the one that is subtracted. */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.1705, 0.8090",
    "10, 10, 0, 20, 0.6791, 1.0000",
    "10, 10, 0, 10, 0.6075, 1.0000",
    "5, 56, 0, 29, -0.0381, 0.1926"
  })
  void differences_are_those_that_newcombe_gives(
      int hits, int n, int otherHits, int otherN, double from, double to) {
    double[] difference =
        Proportions.difference((double) otherHits / otherN, otherN, (double) hits / n, n, Z95);
    assertThat(difference[0]).isCloseTo(from, within(5e-5));
    assertThat(difference[1]).isCloseTo(to, within(5e-5));
  }

  @Test
  void the_chance_is_the_risk_at_which_no_difference_is_just_outside() {
    assertThat(Proportions.chance(50, 100, 50, 100)).isEqualTo(1);
    assertThat(Proportions.chance(0, 300, 12, 300)).isBetween(0.0003, 0.005);
    assertThat(Proportions.chance(12, 300, 0, 300))
        .isCloseTo(Proportions.chance(0, 300, 12, 300), within(1e-9));
    assertThat(Proportions.chance(0, 100_000, 100_000, 100_000)).isLessThan(1e-9);
  }

  @Test
  void the_more_is_asked_the_rarer_an_answer_must_be() {
    assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03})).containsExactly(0.03, 0.06, 0.06);
    assertThat(Holm.adjusted(new double[] {0.9, 0.5})).containsExactly(1, 1);
    assertThat(Holm.adjusted(new double[0])).isEmpty();
  }
}
