package chatload.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.metric.Check;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A verdict that rests on several checks, each on a service exactly at its limit: PASS and FAIL are
 * both wrong, and neither may be said in more than one of twenty runs, also when chats go like
 * those before them. {@code -Dconfidence.runs=10000} simulates as many runs a case.
 */
class VerdictAtLevelTest {

  private static final double LEVEL = 0.95;
  private static final double AT_LIMIT = 1.6448536269514722; // 5 % of normal values are greater
  private static final List<Metric> METRICS = List.of(Metrics.P95_TOTAL, Metrics.P95_FIRST_TOKEN);

  @ParameterizedTest
  @CsvSource({"100, 0", "300, 0", "1000, 0", "100, 0.5", "300, 0.5", "1000, 0.5", "300, 0.8"})
  void it_is_wrong_in_no_more_than_one_of_twenty_runs(int n, double alike) {
    Random random = new Random(11);
    int runs = Integer.getInteger("confidence.runs", 400);
    int passes = 0;
    int fails = 0;
    for (int run = 0; run < runs; run++) {
      List<Standing> atLimit = standings(random, n, alike, AT_LIMIT);
      fails += atLimit.contains(Standing.DISPROVEN) ? 1 : 0;
      List<Standing> oneAtLimit = new ArrayList<>(atLimit.subList(0, 1));
      oneAtLimit.addAll(standings(random, n, alike, 9).subList(1, 2));
      passes += oneAtLimit.stream().allMatch(Standing.PROVEN::equals) ? 1 : 0;
    }
    double chance = runs * 0.05 + 3 * Math.sqrt(runs * 0.05 * 0.95);
    assertThat((double) passes).as("wrong PASS").isLessThanOrEqualTo(chance);
    assertThat((double) fails).as("wrong FAIL").isLessThanOrEqualTo(chance);
  }

  private static List<Standing> standings(Random random, int n, double alike, double limit) {
    return METRICS.stream()
        .map(
            metric -> {
              double[] times = Samples.of(random, n, alike);
              double[] over = Arrays.stream(times).map(time -> time > limit ? 1 : 0).toArray();
              Check check = new Check(metric, BigDecimal.TEN, BigDecimal.ONE, n, true);
              int missed = (int) Arrays.stream(over).sum();
              Risks risks = Risks.of(LEVEL, METRICS.size());
              return Confidence.of(check, missed, Confidence.worth(times, over), risks).standing();
            })
        .toList();
  }
}
