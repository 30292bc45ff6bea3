package chatload.render.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

  @Test
  void a_logarithmic_axis_spans_whole_steps_around_the_values() {
    LogScale scale = new LogScale(300, 4000, 0, 100);
    assertThat(scale.ticks()).containsExactly(200.0, 500.0, 1000.0, 2000.0, 5000.0);
    assertThat(scale.at(200)).isZero();
    assertThat(scale.at(5000)).isCloseTo(100, within(1e-9));
    assertThat(scale.at(1000)).isCloseTo(50, within(1e-9));
  }

  @Test
  void what_lies_outside_is_put_at_the_edge() {
    LogScale scale = new LogScale(10, 90, 0, 100);
    assertThat(scale.at(0)).isZero();
    assertThat(scale.at(1e9)).isCloseTo(100, within(1e-9));
  }

  @Test
  void a_wide_axis_marks_powers_of_ten_only() {
    assertThat(new LogScale(1, 40_000, 0, 1).ticks())
        .containsExactly(1.0, 10.0, 100.0, 1000.0, 10_000.0);
  }

  @Test
  void values_of_0_and_a_single_value_have_an_axis() {
    assertThat(new LogScale(0, 0, 0, 100).ticks()).containsExactly(0.1, 0.2);
    assertThat(new LogScale(5, 5, 0, 100).ticks()).containsExactly(5.0, 10.0);
  }

  @ParameterizedTest
  @CsvSource({"0, 6", "1, 6", "9.3, 5", "10.9, 6", "61, 4", "1000, 6", "86400, 5"})
  void a_linear_axis_has_a_handful_of_marks_from_0(double most, int marks) {
    LinearScale scale = new LinearScale(most, 0, 100);
    assertThat(scale.ticks()).hasSize(marks).startsWith(0.0).isSorted();
    assertThat(scale.at(most == 0 ? 1 : most)).isEqualTo(100);
  }
}
