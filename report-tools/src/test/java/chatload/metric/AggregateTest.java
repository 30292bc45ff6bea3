package chatload.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregateTest {

  @ParameterizedTest
  @CsvSource({
    "P95, 6000, 0.05, 1, 0",
    "P95, 6000, 0.05, 19, 0",
    "P95, 6000, 0.05, 20, 1",
    "P95, 6000, 0.05, 300, 15",
    "SHARE, 0.99, 0.01, 99, 0",
    "SHARE, 0.99, 0.01, 100, 1",
    "SHARE, 1, 0, 100, 0",
    "SHARE, 0.9, 0.1, 30, 3"
  })
  void soManyMayMissThatTheLimitIsStillMet(
      Aggregate how, BigDecimal limit, BigDecimal share, int n, int chats) {
    assertThat(how.mayMiss(limit)).isEqualByComparingTo(share);
    assertThat(how.mayMiss(limit, n)).isEqualTo(chats);
  }

  @Test
  void the_largest_is_of_times_and_the_least_of_rates() {
    assertThat(Aggregate.P95.fits(Flow.TAIL)).isTrue();
    assertThat(Aggregate.P95.fits(Flow.CHARS_PER_SECOND)).isTrue();
    assertThat(Aggregate.MAX.fits(Flow.TAIL)).isTrue();
    assertThat(Aggregate.MAX.fits(Flow.CHARS_PER_SECOND)).isFalse();
    assertThat(Aggregate.MIN.fits(Flow.TAIL)).isFalse();
    assertThat(Aggregate.MIN.fits(Flow.CHARS_PER_SECOND)).isTrue();
    assertThat(Aggregate.SHARE.fits(Flow.TAIL)).isFalse();
  }

  @Test
  void of_all_but_a_mean_a_limit_says_how_many_may_miss_it() {
    assertThat(Aggregate.values())
        .filteredOn(how -> !how.isOfShare())
        .containsExactly(Aggregate.MEAN);
    assertThat(Aggregate.P999.permille()).isEqualTo(999);
  }

  @Test
  void of_nothing_there_is_no_figure_and_of_what_has_no_end_the_largest() {
    for (Aggregate how : new Aggregate[] {Aggregate.P95, Aggregate.MEAN}) {
      assertThat(how.of(new double[0], Metric.Bound.AT_MOST)).isEmpty();
      assertThat(how.of(new double[] {Double.POSITIVE_INFINITY, 1}, Metric.Bound.AT_MOST))
          .contains(BigDecimal.valueOf(Double.MAX_VALUE));
    }
  }
}
