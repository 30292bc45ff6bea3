package chatload.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

  private static final MathContext EXACT = new MathContext(60);

  /** Term by term, with sixty digits. */
  private static double exactly(int most, int n, String share) {
    BigDecimal p = new BigDecimal(share);
    BigDecimal q = BigDecimal.ONE.subtract(p);
    BigDecimal sum = BigDecimal.ZERO;
    BigInteger ways = BigInteger.ONE;
    for (int k = 0; k <= most; k++) {
      sum =
          sum.add(
              new BigDecimal(ways).multiply(p.pow(k, EXACT)).multiply(q.pow(n - k, EXACT), EXACT));
      ways = ways.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
    }
    return sum.doubleValue();
  }

  @ParameterizedTest
  @CsvSource({
    "1,20,0.06",
    "5,100,0.06",
    "15,300,0.06",
    "0,59,0.05",
    "3,300,0.05",
    "40,1000,0.05",
    "990,1000,0.99",
    "0,1,0.5",
    "2,3,0.9"
  })
  void probabilities_are_those_of_exact_arithmetic(int most, int n, String share) {
    assertThat(Shares.atMostSoMany(most, n, Double.parseDouble(share)))
        .isCloseTo(exactly(most, n, share), within(1e-12));
  }

  @Test
  void a_service_of_which_six_percent_are_too_slow_passes_that_often() {
    assertThat(Shares.atMostSoMany(1, 20, 0.06)).isCloseTo(0.66, within(0.005));
    assertThat(Shares.atMostSoMany(5, 100, 0.06)).isCloseTo(0.44, within(0.005));
    assertThat(Shares.atMostSoMany(15, 300, 0.06)).isCloseTo(0.28, within(0.005));
  }

  @Test
  void bounds_are_those_shares_at_which_what_was_seen_becomes_as_rare_as_the_risk() {
    for (int n : new int[] {1, 20, 100, 300}) {
      for (int missed = 0; missed <= n; missed += Math.max(1, n / 7)) {
        double atMost = Shares.atMost(missed, n);
        double atLeast = Shares.atLeast(missed, n);
        assertThat(atLeast).isLessThanOrEqualTo((double) missed / n);
        assertThat(atMost).isGreaterThanOrEqualTo((double) missed / n);
        if (missed < n) {
          assertThat(Shares.atMostSoMany(missed, n, atMost)).isCloseTo(0.05, within(1e-9));
        }
        if (missed > 0) {
          assertThat(1 - Shares.atMostSoMany(missed - 1, n, atLeast)).isCloseTo(0.05, within(1e-9));
        }
      }
    }
  }

  @Test
  void fifty_nine_chats_without_a_miss_prove_five_percent_and_fifty_eight_do_not() {
    assertThat(Shares.isBelow(0.05, 0, 59, 0.05)).isTrue();
    assertThat(Shares.isBelow(0.05, 0, 58, 0.05)).isFalse();
  }

  @Test
  void a_limit_without_a_miss_can_be_disproven_by_one_and_proven_by_none() {
    assertThat(Shares.isBelow(0, 0, 1_000_000, 0.05)).isFalse();
    assertThat(Shares.isAbove(0, 1, 1_000_000, 0.05)).isTrue();
    assertThat(Shares.isAbove(0, 0, 1_000_000, 0.05)).isFalse();
  }
}
