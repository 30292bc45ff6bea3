package chatload.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandTest {

  @Test
  void it_is_as_wide_as_massart_says_and_wider_for_chats_that_go_alike() {
    Random random = new Random(26);
    assertThat(Band.of(new double[] {7}).share()).isCloseTo(1.3581, within(1e-4));
    assertThat(Band.of(new double[100]).share()).isCloseTo(0.13581, within(1e-5));
    Band alike = Band.of(Samples.of(random, 1000, 0.8));
    assertThat(alike.independentChats()).isBetween(80, 250);
    assertThat(alike.share()).isCloseTo(1.3581 / Math.sqrt(alike.independentChats()), within(1e-3));
    assertThat(Band.of(new double[0])).isEqualTo(new Band(0, 0));
  }

  /** The curve of standard normal values stays inside, all of it, in 95 of 100 runs. */
  @ParameterizedTest
  @CsvSource({"20, 0", "300, 0", "300, 0.5", "300, 0.8"})
  void the_curve_of_all_chats_is_inside(int n, double alike) {
    Random random = new Random(26);
    double[] all = Samples.of(random, 100_000, 0);
    Arrays.sort(all);
    int outside = 0;
    int runs = 300;
    for (int run = 0; run < runs; run++) {
      double[] times = Samples.of(random, n, alike);
      double share = Band.of(times).share();
      double[] sorted = times.clone();
      Arrays.sort(sorted);
      double furthest = 0;
      for (int i = 0; i < n; i++) {
        int place = Arrays.binarySearch(all, sorted[i]);
        double truth = (double) (place < 0 ? -place - 1 : place) / all.length;
        furthest = Math.max(furthest, Math.abs(truth - (double) i / n));
        furthest = Math.max(furthest, Math.abs(truth - (i + 1.0) / n));
      }
      outside += furthest > share ? 1 : 0;
    }
    assertThat(outside).isLessThanOrEqualTo((int) (runs * 0.05 + 3 * Math.sqrt(runs * 0.0475)));
  }
}
