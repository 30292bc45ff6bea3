package chatload.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chatload.metric.Metrics;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTest {

  private static final BigDecimal MILLIS = new BigDecimal("2000");

  /** A P95 near its limit is a toss of a coin: of a service that is too slow for 6 %. */
  @ParameterizedTest
  @CsvSource({"20, 1, 0.660", "100, 5, 0.441", "300, 15, 0.279"})
  void aP95PassesAServiceThatMissesIt(int chats, int allowed, double passes) {
    Power power = Power.of(Metrics.P95_FIRST_TOKEN, MILLIS, chats);
    assertThat(power.allowed()).isEqualTo(allowed);
    assertThat(power.worseShare()).isCloseTo(0.06, within(1e-9));
    assertThat(power.worsePasses()).isCloseTo(passes, within(0.001));
  }

  /** 0.95^59 is the first power below 5 %. */
  @Test
  void fiftyNineChatsAreTheFewestThatProveAP95() {
    assertThat(Power.of(Metrics.P95_TOTAL, MILLIS, 58).provenUpTo()).isEmpty();
    assertThat(Power.of(Metrics.P95_TOTAL, MILLIS, 58).leastToProve()).hasValue(59);
    assertThat(Power.of(Metrics.P95_TOTAL, MILLIS, 59).provenUpTo()).hasValue(0);
  }

  /** What it says before is what a run with so many misses is told afterwards. */
  @ParameterizedTest
  @CsvSource({"20", "59", "100", "300", "1000", "5000"})
  void itAgreesWithTheBounds(int chats) {
    Power power = Power.of(Metrics.P95_TOTAL, MILLIS, chats);
    for (int missed = 0; missed <= chats; missed += Math.max(1, chats / 200)) {
      boolean proven = power.provenUpTo().isPresent() && missed <= power.provenUpTo().getAsInt();
      boolean disproven =
          power.disprovenFrom().isPresent() && missed >= power.disprovenFrom().getAsInt();
      assertThat(proven).isEqualTo(Shares.atMost(missed, chats) <= 0.05);
      assertThat(disproven).isEqualTo(Shares.atLeast(missed, chats) >= 0.05);
    }
  }

  @Test
  void whereNoneMayMissNothingCanBeProven() {
    Power power = Power.of(Metrics.SUCCESS_RATE, BigDecimal.ONE, 20);
    assertThat(power.allowed()).isZero();
    assertThat(power.provenUpTo()).isEmpty();
    assertThat(power.leastToProve()).isEmpty();
    assertThat(power.disprovenFrom()).hasValue(1);
    assertThat(power.worsePasses()).isCloseTo(Math.pow(0.99, 20), within(1e-9));
  }
}
