package chatload.metric;

import static org.assertj.core.api.Assertions.assertThat;

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
}
