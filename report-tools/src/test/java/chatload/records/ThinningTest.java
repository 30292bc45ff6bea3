package chatload.records;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.run.Cause;
import chatload.run.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThinningTest {

  @Test
  void what_can_be_shown_is_shown_whole() {
    assertThat(Thinning.of(points(Thinning.MOST)))
        .isEqualTo(new Thinning(points(Thinning.MOST), 1));
  }

  @Test
  void of_many_few_are_left_and_the_slowest_and_every_kind_are_among_them() {
    List<ChatPoint> points = points(100_000);
    points.set(54_321, new ChatPoint(54_322, Outcome.OK, null, 54_321, 99_999));
    points.set(77_777, new ChatPoint(77_778, Outcome.EMPTY, Cause.SERVICE, 77_777, 3));
    Thinning total = Thinning.of(points);
    assertThat(total.inARow()).isEqualTo(200);
    assertThat(total.drawn()).hasSizeBetween(900, Thinning.MOST + 1);
    assertThat(total.drawn()).contains(points.get(54_321), points.get(77_777));
  }

  @Test
  void the_order_of_the_file_makes_no_difference() {
    List<ChatPoint> points = points(10_000);
    List<ChatPoint> shuffled = new ArrayList<>(points);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(Thinning.of(shuffled)).isEqualTo(Thinning.of(points));
  }

  private static List<ChatPoint> points(int n) {
    List<ChatPoint> points = new ArrayList<>();
    for (int id = 1; id <= n; id++) {
      points.add(new ChatPoint(id, Outcome.OK, null, id - 1, 100 + id % 89));
    }
    return points;
  }
}
