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
}
