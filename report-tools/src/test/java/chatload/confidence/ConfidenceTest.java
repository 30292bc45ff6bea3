package chatload.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chatload.metric.Check;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.metric.NearestRank;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceTest {

  @Test
  void six_of_a_hundred_over_the_limit_are_undecided_and_a_repeat_is_a_toss_of_a_coin() {
    Confidence sure = ofTimes(6, 100, 1);
    assertThat(sure.allowed()).isEqualTo(5);
    assertThat(sure.limitShare()).isEqualByComparingTo("0.05");
    assertThat(sure.standing()).isEqualTo(Standing.UNDECIDED);
    assertThat(sure.repeatPasses())
        .isCloseTo(new BigDecimal("0.44"), within(new BigDecimal("0.005")));
    assertThat(sure.atLeast()).isBetween(new BigDecimal("0.02"), new BigDecimal("0.03"));
    assertThat(sure.atMost()).isBetween(new BigDecimal("0.11"), new BigDecimal("0.12"));
    assertThat(sure.chatsToDecide()).isBetween(1000, 2500);
  }

  @Test
  void none_or_few_of_many_prove_and_many_disprove() {
    assertThat(ofTimes(0, 100, 1).standing()).isEqualTo(Standing.PROVEN);
    assertThat(ofTimes(0, 100, 1).repeatPasses()).as("not to be known from none").isNull();
    assertThat(ofTimes(5, 300, 1).standing()).isEqualTo(Standing.PROVEN);
    assertThat(ofTimes(5, 300, 1).chatsToDecide()).isNull();
    assertThat(ofTimes(12, 100, 1).standing()).isEqualTo(Standing.DISPROVEN);
    assertThat(ofTimes(0, 20, 1).standing()).isEqualTo(Standing.UNDECIDED);
    assertThat(ofTimes(0, 20, 1).chatsToDecide()).isEqualTo(59);
  }

  @Test
  void chats_that_go_alike_prove_less() {
    assertThat(ofTimes(0, 100, 2).independentChats()).isEqualTo(50);
    assertThat(ofTimes(0, 100, 2).standing()).isEqualTo(Standing.UNDECIDED);
    assertThat(ofTimes(12, 100, 4).standing()).isEqualTo(Standing.UNDECIDED);
    assertThat(ofTimes(50, 100, 1000).independentChats()).isEqualTo(1);
  }

  @Test
  void a_success_rate_of_a_hundred_percent_is_disproven_by_one_and_proven_by_no_number() {
    Confidence all = of(Metrics.SUCCESS_RATE, "1", 0, 20, 1);
    assertThat(all.standing()).isEqualTo(Standing.UNDECIDED);
    assertThat(all.chatsToDecide()).isNull();
    assertThat(all.atMost()).isEqualByComparingTo("0.1391");
    assertThat(of(Metrics.SUCCESS_RATE, "1", 1, 20, 1).standing()).isEqualTo(Standing.DISPROVEN);
  }

  @Test
  void as_many_may_miss_as_the_check_allows() {
    for (int n = 1; n <= 400; n++) {
      Confidence times = ofTimes(0, n, 1);
      double[] sorted = new double[n];
      Arrays.fill(sorted, n - times.allowed(), n, 9);
      assertThat(p95(sorted)).isLessThan(9);
      Arrays.fill(sorted, Math.max(0, n - times.allowed() - 1), n, 9);
      assertThat(p95(sorted)).isEqualTo(9);
      int failed = of(Metrics.SUCCESS_RATE, "0.95", 0, n, 1).allowed();
      assertThat((n - failed) * 100).isGreaterThanOrEqualTo(n * 95);
      assertThat((n - failed - 1) * 100).isLessThan(n * 95);
    }
  }

  /**
   * The worst case: the service is just at the limit. Whatever is then called proven or disproven
   * is wrong, and must not be called so more often than in one of twenty runs, also when chats go
   * like those before them.
   */
  @ParameterizedTest
  @CsvSource({
    "20, 0",
    "100, 0",
    "300, 0",
    "1000, 0",
    "20, 0.5",
    "100, 0.5",
    "300, 0.5",
    "1000, 0.5",
    "100, 0.8",
    "300, 0.8",
    "300, 0.9"
  })
  void neither_is_wrong_in_more_than_one_of_twenty_runs(int n, double alike) {
    Random random = new Random(26);
    int runs = Integer.getInteger("confidence.runs", 1000);
    double limit = 1.6448536269514722; // 5 % of standard normal values are greater
    int proven = 0;
    int disproven = 0;
    for (int run = 0; run < runs; run++) {
      double[] times = Samples.of(random, n, alike);
      double[] over = Arrays.stream(times).map(time -> time > limit ? 1 : 0).toArray();
      int missed = (int) Arrays.stream(over).sum();
      Standing standing = ofTimes(missed, n, Confidence.worth(times, over)).standing();
      proven += standing == Standing.PROVEN ? 1 : 0;
      disproven += standing == Standing.DISPROVEN ? 1 : 0;
    }
    double chance = runs * 0.05 + 3 * Math.sqrt(runs * 0.05 * 0.95);
    assertThat((double) proven).isLessThanOrEqualTo(chance);
    assertThat((double) disproven).isLessThanOrEqualTo(chance);
  }

  private static double p95(double[] sorted) {
    return NearestRank.of(95, sorted);
  }

  private static Confidence ofTimes(int missed, int n, double worth) {
    return of(Metrics.P95_FIRST_TOKEN, "2000", missed, n, worth);
  }

  private static Confidence of(Metric metric, String limit, int missed, int n, double worth) {
    Check check = new Check(metric, new BigDecimal(limit), BigDecimal.ONE, n, true);
    return Confidence.of(check, missed, worth, Risks.USUAL);
  }
}
