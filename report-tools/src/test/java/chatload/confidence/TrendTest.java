package chatload.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.confidence.Trend.Of;
import chatload.confidence.Trend.Thirds;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code -Dtrend.runs=10000} simulates more runs. */
class TrendTest {

  private static final int RUNS = Integer.getInteger("trend.runs", 200);

  /** Nothing changes in these runs: what is told of any of the four is a false alarm. */
  @ParameterizedTest
  @CsvSource({"300, 0", "300, 0.5", "300, 0.8", "1500, 0.9"})
  void false_alarms_are_no_more_than_one_of_twenty_also_when_chats_go_alike(int n, double alike) {
    Random random = new Random(26);
    int alarms = 0;
    for (int run = 0; run < RUNS; run++) {
      alarms += told(random, n, alike, 1) ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo((int) (RUNS * 0.05 + 3 * Math.sqrt(RUNS * 0.0475)));
  }

  @ParameterizedTest
  @CsvSource({"300, 0, 0.95", "300, 0.5, 0.8", "1500, 0.8, 0.9"})
  void a_drift_of_thirty_percent_is_found(int n, double alike, double share) {
    Random random = new Random(26);
    int found = 0;
    for (int run = 0; run < RUNS; run++) {
      found += told(random, n, alike, 1.3) ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo((int) (RUNS * share));
  }

  /** Ten are wrong in one block alone: that is an outage and no drift. */
  @Test
  void one_outage_is_no_drift_of_failures_but_failures_all_along_are() {
    double[] none = new double[300];
    double[] outage = new double[300];
    Arrays.fill(outage, 100, 110, 1);
    double[] often = new double[300];
    for (int i = 0; i < 300; i += 10) {
      often[i] = 1;
    }
    assertThat(failures(none, outage).beyondChance()).isFalse();
    assertThat(failures(none, often).beyondChance()).isTrue();
    assertThat(failures(none, often).rose()).isTrue();
    assertThat(failures(often, none).rose()).isFalse();
    assertThat(failures(none, none).chance()).isEqualByComparingTo("1");
  }

  private static Trend failures(double[] first, double[] last) {
    return Trend.of(Map.of(Of.FAILURES, new Thirds(first, last))).get(0);
  }

  @Test
  void what_is_told_is_medians_and_too_few_times_are_not_told_of() {
    double[] first = IntStream.range(0, 40).mapToDouble(i -> 100 + i).toArray();
    double[] last = IntStream.range(0, 30).mapToDouble(i -> 200 + i).toArray();
    Trend trend = Trend.of(Map.of(Of.TOTAL, new Thirds(first, last))).get(0);
    assertThat(trend.first()).isEqualByComparingTo("119");
    assertThat(trend.last()).isEqualByComparingTo("214");
    assertThat(trend.firstChats()).isEqualTo(40);
    assertThat(trend.lastChats()).isEqualTo(30);
    assertThat(trend.beyondChance()).isTrue();
    assertThat(Trend.of(Map.of(Of.TOTAL, new Thirds(first, Arrays.copyOf(last, 29))))).isEmpty();
  }

  private static boolean told(Random random, int n, double alike, double drift) {
    return trends(random, n, alike, drift).stream().anyMatch(Trend::beyondChance);
  }

  /** Times that differ by a third or so; 2 % fail. The last third is slower by {@code drift}. */
  private static List<Trend> trends(Random random, int n, double alike, double drift) {
    double[] busy = Samples.of(random, n, alike);
    double[] own = Samples.of(random, n, 0);
    double[] total = Samples.of(random, n, alike);
    double[] pauses = Samples.of(random, n, alike);
    double[] bad = Samples.of(random, n, alike);
    for (int i = 0; i < n; i++) {
      double slower = i < 2 * n / 3 ? 1 : drift;
      total[i] = slower * 3000 * Math.exp(0.25 * (0.7 * busy[i] + 0.7 * total[i]));
      busy[i] = slower * 800 * Math.exp(0.3 * busy[i]);
      pauses[i] = slower * 100 * Math.exp(0.5 * pauses[i]);
      bad[i] = bad[i] > 2.0537 ? 1 : 0;
    }
    Map<Of, Thirds> all = new EnumMap<>(Of.class);
    all.put(Of.FIRST_TOKEN, thirds(busy));
    all.put(Of.TOTAL, thirds(total));
    all.put(Of.LONGEST_PAUSE, thirds(pauses));
    all.put(Of.FAILURES, thirds(bad));
    return Trend.of(all);
  }

  private static Thirds thirds(double[] values) {
    int third = values.length / 3;
    return new Thirds(
        Arrays.copyOf(values, third),
        Arrays.copyOfRange(values, values.length - third, values.length));
  }
}
