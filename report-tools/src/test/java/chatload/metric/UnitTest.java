package chatload.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UnitTest {

  private static final BigDecimal LIMIT = new BigDecimal("20");

  @Test
  void a_time_is_recorded_as_it_was_measured_and_a_mean_rounded() {
    BigDecimal measured = new BigDecimal("0.12345678901234567");
    assertThat(Unit.MILLIS.recorded(measured, LIMIT)).isSameAs(measured);
    assertThat(Unit.MILLIS.recorded(new BigDecimal("0.123456789012345678"), LIMIT))
        .isEqualTo(new BigDecimal("0.1"));
  }

  @Test
  void a_rate_has_two_decimals_in_records_and_one_for_people() {
    assertThat(Unit.PER_SECOND.recorded(new BigDecimal("12.3412"), LIMIT))
        .isEqualTo(new BigDecimal("12.34"));
    assertThat(Unit.PER_SECOND.figure(new BigDecimal("12.34"), LIMIT)).isEqualTo("12.3");
    assertThat(Unit.PER_SECOND.limit(LIMIT)).isEqualTo("20");
    assertThatThrownBy(() -> Unit.PER_SECOND.require("x", 0))
        .hasMessage("x must be a positive number, was 0.0");
  }
}
