package chatload.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DependenceTest {

  @Test
  void what_alternates_or_never_changes_or_is_too_short_counts_in_full() {
    assertThat(Dependence.of(new double[] {0, 1, 0, 1, 0, 1, 0, 1})).isEqualTo(1);
    assertThat(Dependence.of(new double[] {7, 7, 7, 7, 7})).isEqualTo(1);
    assertThat(Dependence.of(new double[] {1, 2, 3})).isEqualTo(1);
    assertThat(Dependence.of(new double[0])).isEqualTo(1);
  }

  @Test
  void chats_that_miss_in_a_row_count_as_one() {
    double[] burst = new double[100];
    Arrays.fill(burst, 40, 50, 1);
    double[] spread = new double[100];
    for (int i = 5; i < 100; i += 10) {
      spread[i] = 1;
    }
    assertThat(Dependence.of(burst)).isBetween(5.0, 9.0);
    assertThat(Dependence.of(spread)).isEqualTo(1);
  }

  @Test
  void independent_values_cost_little_and_values_that_go_alike_much() {
    Random random = new Random(26);
    assertThat(mean(random, 0)).isBetween(1.0, 1.25);
    assertThat(mean(random, 0.5)).as("in truth 3").isBetween(2.3, 3.5);
    assertThat(mean(random, 0.8)).as("in truth 9").isBetween(5.5, 9.5);
  }

  @Test
  void ranks_are_how_many_are_smaller() {
    assertThat(Dependence.ranks(new double[] {30, 10, 20, 10})).containsExactly(3, 0, 2, 0);
  }

  private static double mean(Random random, double alike) {
    return DoubleStream.generate(
            () -> Dependence.of(Dependence.ranks(Samples.of(random, 1000, alike))))
        .limit(200)
        .average()
        .orElseThrow();
  }
}
