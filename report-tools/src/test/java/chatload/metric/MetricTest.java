package chatload.metric;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.words.Wording;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricTest {

  @Test
  void the_words_in_JSON_are_a_contract() {
    assertThat(Metrics.ALL)
        .extracting(Metric::id)
        .startsWith("successRate", "p95TotalMs", "p95FirstTokenMs");
    assertThat(Metrics.ALL)
        .extracting(Metric::limitField)
        .startsWith("minSuccessRate", "maxP95TotalMs", "maxP95FirstTokenMs");
  }

  @Test
  void the_signs_of_a_limit_say_which_side_is_allowed() {
    assertThat(Metric.Bound.AT_LEAST.sign()).isEqualTo("≥");
    assertThat(Metric.Bound.AT_MOST.sign()).isEqualTo("≤");
    assertThat(Metric.Bound.AT_LEAST.relation(true)).isEqualTo(">=");
    assertThat(Metric.Bound.AT_LEAST.relation(false)).isEqualTo("<");
    assertThat(Metric.Bound.AT_MOST.relation(true)).isEqualTo("<=");
    assertThat(Metric.Bound.AT_MOST.relation(false)).isEqualTo(">");
  }

  @Test
  void its_name_is_its_word_in_JSON() {
    assertThat(Metrics.P95_TOTAL.name()).isEqualTo("p95TotalMs");
    assertThat(Wording.ENGLISH.say(Metrics.P95_TOTAL)).isEqualTo("P95 total");
  }

  @Test
  void of_the_two_first_tokens_one_limit_is_enough() {
    Set<Metric> generated = Set.of(Metrics.P95_FIRST_GENERATED);
    assertThat(Metrics.isDue(Metrics.P95_FIRST_TOKEN, Set.of())).isTrue();
    assertThat(Metrics.isDue(Metrics.P95_FIRST_TOKEN, generated)).isFalse();
    assertThat(Metrics.isDue(Metrics.P95_TOTAL, generated)).isTrue();
    assertThat(Metrics.isDue(Metrics.P95_FIRST_GENERATED, Set.of())).isFalse();
  }

  @Test
  void one_without_a_name_of_its_own_is_named_by_its_parts() {
    Metric tail = Metric.of(Aggregate.P75, Flow.TAIL);
    assertThat(tail.id()).isEqualTo("p75.tail");
    assertThat(tail.parts()).containsExactly(Aggregate.P75, Flow.TAIL);
    assertThat(Metrics.P95_TOTAL.parts()).isEmpty();
    assertThat(Metrics.GOOD_SHARE.parts()).isEmpty();
    assertThat(Aggregate.P75.bundle()).isEqualTo("metric");
  }

  /** Of times, some figures are summed up before; all others are made of the values. */
  @Test
  void it_is_made_of_what_was_measured_of_its_quantity() {
    Measured measured =
        new Measured(
            9, 7, 5, Latencies.of(time -> new double[] {10, 20}), what -> new double[] {1, 2, 3});
    assertThat(Metrics.P95_TOTAL.of(measured).orElseThrow()).isEqualByComparingTo("20");
    assertThat(measured.n(Metrics.P95_TOTAL)).isEqualTo(2);
    assertThat(Metric.of(Aggregate.P75, ChatTime.TOTAL).of(measured).orElseThrow())
        .isEqualByComparingTo("3");
    Metric tail = Metric.of(Aggregate.P95, Flow.TAIL);
    assertThat(tail.of(measured).orElseThrow()).isEqualByComparingTo("3");
    assertThat(measured.n(tail)).isEqualTo(3);
    assertThat(measured.n(Metrics.GOOD_SHARE)).isEqualTo(9);
    assertThat(measured.kept(Metrics.GOOD_SHARE)).isEqualTo(5);
    assertThat(measured.kept(Metrics.SUCCESS_RATE)).isEqualTo(7);
  }
}
