package chatload.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencySummaryTest {

  @Test
  void without_ok_chats_every_figure_is_null_and_n_is_0() {
    assertThat(LatencySummary.of(new double[0]))
        .isEqualTo(new LatencySummary(null, null, null, null, null, null, 0));
  }

  @Test
  void of_one_chat_all_figures_are_its_time() {
    assertThat(LatencySummary.of(new double[] {512.3}))
        .isEqualTo(new LatencySummary(512.3, 512.3, 512.3, 512.3, 512.3, 512.3, 1));
  }

  @Test
  void figures_do_not_depend_on_the_order_and_the_array_stays_as_it_is() {
    double[] falling = IntStream.rangeClosed(1, 20).mapToDouble(i -> (21 - i) / 10.0).toArray();
    double[] before = falling.clone();
    assertThat(LatencySummary.of(falling))
        .isEqualTo(new LatencySummary(1.0, 1.9, 2.0, 2.0, 0.1, 1.1, 20));
    assertThat(falling).isEqualTo(before);
  }

  @Test
  void the_mean_is_rounded_half_up_in_decimals() {
    assertThat(LatencySummary.of(new double[] {0.1, 0.2}).mean()).isEqualTo(0.2);
    assertThat(LatencySummary.of(new double[] {0.1, 0.1, 0.2}).mean()).isEqualTo(0.1);
    assertThat(LatencySummary.of(new double[] {1.0, 1.1}).mean()).isEqualTo(1.1);
  }

  @Test
  void times_that_are_no_tenths_count_as_exactly() {
    assertThat(LatencySummary.of(new double[] {0.1, 0.05, 0.3}).mean()).isEqualTo(0.2);
    assertThat(LatencySummary.of(new double[] {1e9, 0.1, 4.0}).mean()).isEqualTo(333_333_334.7);
  }
}
