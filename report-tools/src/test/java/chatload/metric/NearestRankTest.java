package chatload.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestRankTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1",
    "2, 1, 2, 2",
    "3, 2, 3, 3",
    "19, 10, 19, 19",
    "20, 10, 19, 20",
    "21, 11, 20, 21",
    "99, 50, 95, 99",
    "100, 50, 95, 99",
    "101, 51, 96, 100",
    "300, 150, 285, 297",
    "1000000, 500000, 950000, 990000",
    "2147483647, 1073741824, 2040109465, 2126008811"
  })
  void the_position_is_p_times_n_rounded_up(int n, int p50, int p95, int p99) {
    assertThat(NearestRank.position(50, n)).isEqualTo(p50);
    assertThat(NearestRank.position(95, n)).isEqualTo(p95);
    assertThat(NearestRank.position(99, n)).isEqualTo(p99);
  }

  @Test
  void it_is_not_shifted_where_floating_point_arithmetic_is() {
    int shifted = 0;
    for (int n = 1; n <= 2_000; n++) {
      for (int percent = 1; percent <= 100; percent++) {
        long position = NearestRank.position(percent, n);
        assertThat(position * 100).isBetween((long) percent * n, (long) percent * n + 99);
        shifted += Math.ceil(percent / 100.0 * n) == position ? 0 : 1;
      }
    }
    assertThat(shifted).as("the trap exists").isPositive();
  }

  @Test
  void a_percentile_is_one_of_the_values() {
    double[] twenty = IntStream.rangeClosed(1, 20).mapToDouble(i -> i * 10.1).toArray();
    assertThat(NearestRank.of(95, twenty)).isEqualTo(19 * 10.1);
    assertThat(NearestRank.of(100, twenty)).isEqualTo(20 * 10.1);
  }

  @Test
  void there_is_no_percentile_of_nothing() {
    assertThatThrownBy(() -> NearestRank.of(95, new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NearestRank.position(0, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NearestRank.position(101, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
