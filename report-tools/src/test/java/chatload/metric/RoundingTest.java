package chatload.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

  @ParameterizedTest
  @CsvSource({
    "2500.04, 2500, 1, 2500.04",
    "2500.06, 2500, 1, 2500.1",
    "2499.95, 2500, 1, 2499.95",
    "2499.949, 2500, 1, 2499.9",
    "0.05, 3, 1, 0.1",
    "5.0, 3, 1, 5.0",
    "5, 3, 1, 5",
    "3, 3, 1, 3"
  })
  void a_figure_is_rounded_half_up_but_stays_on_its_side(
      BigDecimal exact, BigDecimal limit, int decimals, BigDecimal rounded) {
    assertThat(Rounding.beside(exact, limit, decimals)).isEqualTo(rounded);
  }

  @ParameterizedTest
  @CsvSource({"2500.0, 2500", "2.50, 2.5", "2.5E+3, 2500", "0.00, 0", "1E-7, 0.0000001"})
  void a_plain_number_has_no_needless_zero_and_no_exponent(BigDecimal number, String plain) {
    assertThat(Rounding.plain(number)).isEqualTo(new BigDecimal(plain));
  }
}
