package chatload.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "1, 50, 1, 1",
    "2, 50, 2, 1",
    "3, 50, 2, 2",
    "4, 75, 4, 3",
    "20, 95, 20, 19",
    "21, 95, 20, 20",
    "100, 95, 96, 95",
    "100, 99, 100, 99",
    "300, 95, 286, 285",
  })
  void percentiles_of_1_to_n(int n, int percent, int gatling, int nearestRank) {
    Histogram histogram = new Histogram();
    for (int i = n; i >= 1; i--) {
      histogram.add(i);
    }
    Times times = new Times(histogram);
    assertThat(times.percentile(percent)).isEqualTo(gatling);
    assertThat(times.nearestRank(percent)).isEqualTo(nearestRank);
  }

  @Test
  void nothing_is_lost_or_mixed_up_among_many_values() {
    Random random = new Random(7);
    int[] values = random.ints(200_000, -5_000, 50_000).toArray();
    Histogram histogram = new Histogram();
    Arrays.stream(values).forEach(histogram::add);
    Times times = new Times(histogram);
    Arrays.sort(values);
    assertThat(times.count()).isEqualTo(values.length);
    assertThat(times.min()).isEqualTo(values[0]);
    assertThat(times.max()).isEqualTo(values[values.length - 1]);
    assertThat(times.mean()).isEqualTo(Math.round(Arrays.stream(values).average().orElseThrow()));
    for (int position = 1; position <= values.length; position += 9973) {
      assertThat(times.at(position)).isEqualTo(values[position - 1]);
    }
  }
}
