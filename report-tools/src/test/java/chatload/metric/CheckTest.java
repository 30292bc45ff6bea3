package chatload.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.words.Wording;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

  private static final Latencies NONE = Latencies.of(time -> new double[0]);

  @ParameterizedTest
  @CsvSource({
    "20, 20, 1.0, true, 1, 100%",
    "19, 20, 1.0, false, 0.95, 95%",
    "99, 100, 0.99, true, 0.99, 99%",
    "98, 100, 0.99, false, 0.98, 98%",
    "285, 300, 0.95, true, 0.95, 95%",
    "284, 300, 0.95, false, 0.946667, 94.67%",
    "1, 3, 0.3333, true, 0.333333, 33.333%",
    "1, 3, 0.333333, true, 0.3333333, 33.33333%",
    "2, 3, 0.66667, false, 0.666667, 66.6667%",
    "2, 3, 0.666667, false, 0.6666667, 66.66667%",
    "0, 300, 0.0, true, 0, 0%",
    "0, 300, 0.95, false, 0, 0%",
    "9999999, 10000000, 1.0, false, 0.9999999, 99.99999%",
    "9999999, 10000000, 0.95, true, 0.9999999, 99.99999%",
    "1, 10000000, 0.95, false, 0.0000001, 0.00001%",
    "29, 100, 0.29, true, 0.29, 29%",
    "57, 100, 0.57, true, 0.57, 57%"
  })
  void the_success_rate_is_compared_exactly_and_shown_on_its_side(
      int ok, int planned, double minimum, boolean met, String observed, String shown) {
    Check check = check(Metrics.SUCCESS_RATE, minimum, Measurements.of(planned, ok, NONE));
    assertThat(check.met()).isEqualTo(met);
    assertThat(check.observed()).isEqualTo(new BigDecimal(observed));
    assertThat(check.n()).isEqualTo(planned);
    assertThat(check.figure()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "2500.0, 2500, true, 2500.0",
    "2500.1, 2500, false, 2500.1",
    "2499.9, 2500, true, 2499.9",
    "2500.04, 2500, false, 2500.04",
    "2499.96, 2500, true, 2499.96",
    "2711.34, 2500, false, 2711.3",
    "0.1, 2500, true, 0.1"
  })
  void a_time_may_be_as_long_as_its_limit_and_is_shown_on_its_side(
      double p95, double limit, boolean met, String shown) {
    Measured measured = Measurements.of(1, 1, Latencies.of(time -> new double[] {p95}));
    Check check = check(Metrics.P95_TOTAL, limit, measured);
    assertThat(check.met()).isEqualTo(met);
    assertThat(check.figure()).isEqualTo(shown);
    assertThat(check(Metrics.P95_FIRST_TOKEN, limit, measured).met()).isEqualTo(met);
  }

  @Test
  void no_data_is_never_met() {
    Check check = check(Metrics.P95_FIRST_TOKEN, 2500, Measurements.of(2, 0, NONE));
    assertThat(check)
        .isEqualTo(new Check(Metrics.P95_FIRST_TOKEN, new BigDecimal(2500), null, 0, false));
    assertThatThrownBy(() -> new Check(Metrics.P95_TOTAL, BigDecimal.TEN, null, 0, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_figure_and_its_limit_are_said_with_their_unit_and_compared() {
    Measured measured = Measurements.of(4, 3, Latencies.of(time -> new double[] {2500.04}));
    Check total = check(Metrics.P95_TOTAL, 2500, measured);
    assertThat(total.hasData()).isTrue();
    assertThat(total.figureWithUnit()).isEqualTo("2500.04 ms");
    assertThat(total.limitWithUnit()).isEqualTo("2500 ms");
    assertThat(total.margin()).isEqualTo(new BigDecimal("-0.04"));
    Check rate = check(Metrics.SUCCESS_RATE, 0.7, measured);
    assertThat(rate.figureWithUnit()).isEqualTo("75%");
    assertThat(rate.limitWithUnit()).isEqualTo("70%");
    assertThat(rate.margin()).isEqualTo(new BigDecimal("0.05"));
    assertThat(check(Metrics.SUCCESS_RATE, 0.7, Measurements.of(0, 0, NONE)).hasData()).isFalse();
  }

  private static Check check(Metric metric, double limit, Measured measured) {
    return Check.of(metric, Rounding.plain(limit), measured);
  }

  @Test
  void a_cell_of_a_table_says_figure_limit_and_whether_it_is_kept() {
    Measured measured = Measurements.of(4, 3, Latencies.of(time -> new double[] {2500.04}));
    assertThat(check(Metrics.P95_TOTAL, 2500, measured).cell(Wording.ENGLISH))
        .isEqualTo("2500.04 ms (limit 2500 ms) ✗");
    assertThat(check(Metrics.SUCCESS_RATE, 0.7, measured).cell(Wording.ENGLISH))
        .isEqualTo("75% (at least 70%) ✓");
    assertThat(check(Metrics.P95_TOTAL, 2500, Measurements.of(4, 0, NONE)).cell(Wording.ENGLISH))
        .isEqualTo("— (limit 2500 ms) ✗");
  }
}
