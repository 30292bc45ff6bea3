package chatload.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0.99999, 0.95, 99.999%",
    "0.00001, 0.95, 0.001%",
    "0.95001, 0.95, 95.001%",
    "0.946667, 0.95, 94.67%",
    "1.00000, 0.95, 100%",
    "0.00000, 0.95, 0%"
  })
  void a_share_is_shown_as_all_or_nothing_only_when_it_is(
      BigDecimal share, BigDecimal limit, String shown) {
    assertThat(Figures.percent(share, limit)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 1, +0.3",
    "-0.25, 1, -0.3",
    "0, 1, 0.0",
    "3, 2, +3.00",
    "0.004, 2, +0.004",
    "-0.004, 2, -0.004"
  })
  void a_difference_has_a_sign_and_is_zero_only_when_it_is(
      BigDecimal difference, int decimals, String shown) {
    assertThat(Figures.signed(difference, decimals)).isEqualTo(shown);
  }

  @Test
  void a_difference_can_be_told_in_percent_of_a_whole() {
    assertThat(Figures.signedPercent(new BigDecimal("-50"), new BigDecimal("8000")))
        .isEqualTo("-0.6%");
    assertThat(Figures.signedPercent(new BigDecimal("1"), new BigDecimal("8000")))
        .isEqualTo("+0.01%");
  }

  @Test
  void a_part_of_a_whole_is_told_in_whole_percent() {
    assertThat(Figures.wholePercent(2, 3)).isEqualTo("67%");
    assertThat(Figures.wholePercent(3, 8)).isEqualTo("38%");
  }

  @Test
  void milliseconds_have_one_decimal() {
    assertThat(Figures.perSecond(new BigDecimal("12.345"))).isEqualTo("12.35");
    assertThat(Figures.perSecond(new BigDecimal("2"))).isEqualTo("2.00");
    assertThat(Figures.perSecond(new BigDecimal("0.00012"))).isEqualTo("0.0001");
    assertThat(Figures.millis(12.25)).isEqualTo("12.3");
    assertThat(Figures.millis(12)).isEqualTo("12.0");
  }
}
