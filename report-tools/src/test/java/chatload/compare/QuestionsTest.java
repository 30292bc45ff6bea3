package chatload.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chatload.confidence.Proportions;
import chatload.metric.ChatTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code -Dcompare.runs=2000} simulates more runs. */
class QuestionsTest {

  private static final int RUNS = Integer.getInteger("compare.runs", 10);

  private static final Tolerated TOLERATED =
      new Tolerated(new BigDecimal("0.1"), new BigDecimal("0.01"));

  @ParameterizedTest
  @CsvSource({"300, 0", "300, 0.5", "300, 0.8"})
  void a_service_is_not_worse_than_itself(int n, double alike) {
    int worse = count(Judgement.WORSE, n, alike, 1);
    assertThat(worse).isLessThanOrEqualTo((int) (RUNS * 0.05 + 3 * Math.sqrt(RUNS * 0.0475)));
  }

  /** At the edge of what is tolerated, either answer but the right ones is wrong. */
  @ParameterizedTest
  @CsvSource({"300, 0", "300, 0.5"})
  void neither_is_proven_wrongly_where_as_much_is_tolerated_as_there_is(int n, double alike) {
    double chance = RUNS * 0.05 + 3 * Math.sqrt(RUNS * 0.0475);
    assertThat((double) count(Judgement.WORSE, n, alike, 1.1)).isLessThanOrEqualTo(chance);
    assertThat((double) count(Judgement.NOT_WORSE, n, alike, 1.1)).isLessThanOrEqualTo(chance);
  }

  @Test
  void twenty_percent_more_is_found_with_300_chats() {
    assertThat(count(Judgement.WORSE, 300, 0, 1.2)).isGreaterThanOrEqualTo((int) (RUNS * 0.8));
  }

  @Test
  void enough_chats_prove_that_nothing_got_worse() {
    assertThat(count(Judgement.NOT_WORSE, 1500, 0, 1)).isGreaterThanOrEqualTo((int) (RUNS * 0.8));
  }

  @Test
  void the_other_way_round_it_is_the_mirrored_answer() {
    Random random = new Random(26);
    double[] before = times(random, 300, 0.3, 1);
    double[] after = times(random, 300, 0.3, 1.5);
    List<Asked> one = Questions.ofTimes(ChatTime.TOTAL, before, 1, after, 2, TOLERATED);
    List<Asked> other = Questions.ofTimes(ChatTime.TOTAL, after, 2, before, 1, TOLERATED);
    for (int i = 0; i < one.size(); i++) {
      assertThat(1 + other.get(i).atLeast()).isCloseTo(1 / (1 + one.get(i).atMost()), within(1e-9));
      assertThat(1 + other.get(i).atMost()).isCloseTo(1 / (1 + one.get(i).atLeast()), within(1e-9));
    }
    assertThat(Comparison.judgement(Comparison.judged(one))).isEqualTo(Judgement.WORSE);
    assertThat(Comparison.judgement(Comparison.judged(other))).isEqualTo(Judgement.NOT_WORSE);
  }

  @Test
  void the_same_seed_gives_the_same_answer_and_another_one_nearly() {
    Random random = new Random(26);
    double[] before = times(random, 300, 0, 1);
    double[] after = times(random, 300, 0, 1);
    List<Asked> one = Questions.ofTimes(ChatTime.TOTAL, before, 1, after, 2, TOLERATED);
    assertThat(Questions.ofTimes(ChatTime.TOTAL, before, 1, after, 2, TOLERATED)).isEqualTo(one);
    Asked other = Questions.ofTimes(ChatTime.TOTAL, before, 3, after, 4, TOLERATED).get(0);
    assertThat(other).isNotEqualTo(one.get(0));
    assertThat(other.atMost()).isCloseTo(one.get(0).atMost(), within(0.01));
  }

  @Test
  void failures_are_worse_by_newcombes_bounds() {
    assertThat(Proportions.chanceOfNoMore(1, 300, 0.9, 300, 0.01)).isLessThan(0.001);
    assertThat(Proportions.chanceOfNoMore(1, 300, 0.995, 300, 0.01)).isEqualTo(1);
    assertThat(Proportions.chanceOfNoMore(1, 300, 0.98, 300, 0.01)).isBetween(0.05, 0.5);
  }

  private static int count(Judgement wanted, int n, double alike, double slower) {
    Random random = new Random(26);
    int count = 0;
    for (int run = 0; run < RUNS; run++) {
      List<Asked> asked = new ArrayList<>();
      double[] oldFirst = times(random, n, alike, 1);
      double[] newFirst = times(random, n, alike, slower);
      asked.addAll(
          Questions.ofTimes(
              ChatTime.FIRST_TOKEN, oldFirst, 4L * run, newFirst, 4L * run + 1, TOLERATED));
      asked.addAll(
          Questions.ofTimes(
              ChatTime.TOTAL,
              total(random, oldFirst, 1),
              4L * run + 2,
              total(random, newFirst, slower),
              4L * run + 3,
              TOLERATED));
      count += Comparison.judgement(Comparison.judged(asked)) == wanted ? 1 : 0;
    }
    return count;
  }

  /** First tokens that differ by a third or so; each goes like the one before it. */
  private static double[] times(Random random, int n, double alike, double slower) {
    double[] times = new double[n];
    double last = random.nextGaussian();
    for (int i = 0; i < n; i++) {
      times[i] = slower * 800 * Math.exp(0.3 * last);
      last = alike * last + Math.sqrt(1 - alike * alike) * random.nextGaussian();
    }
    return times;
  }

  private static double[] total(Random random, double[] first, double slower) {
    double[] total = new double[first.length];
    for (int i = 0; i < total.length; i++) {
      total[i] = first[i] + slower * 2200 * Math.exp(0.25 * random.nextGaussian());
    }
    return total;
  }
}
