package chatload.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chatload.run.Cause;
import chatload.run.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadOverTimeTest {

  @Test
  void one_user_without_a_pause_is_one_chat_in_flight_all_the_time() {
    LoadOverTime load = LoadOverTime.of(oneAfterTheOther(10, 100));
    assertThat(load.stepMs()).isEqualTo(500);
    assertThat(load.inFlight()).containsExactly(new double[] {1, 1}, within(1e-9));
  }

  @Test
  void every_ok_chat_counts_once_and_failed_ones_do_not() {
    List<ChatPoint> chats = new ArrayList<>(oneAfterTheOther(100, 100));
    chats.set(50, new ChatPoint(51, Outcome.EMPTY, Cause.SERVICE, 5000, 100));
    LoadOverTime load = LoadOverTime.of(chats);
    double counted = Arrays.stream(load.okPerSecond()).sum() * load.stepMs() / 1000;
    assertThat(counted).isCloseTo(99, within(1e-9));
  }

  @Test
  void chats_without_a_time_are_left_out_and_nothing_at_all_is_no_step() {
    ChatPoint never = new ChatPoint(1, Outcome.NOT_SENT, Cause.SERVICE, 10, Double.NaN);
    assertThat(LoadOverTime.of(List.of(never)).inFlight()).isEmpty();
    assertThat(LoadOverTime.of(List.of()).okPerSecond()).isEmpty();
  }

  private static List<ChatPoint> oneAfterTheOther(int chats, double millis) {
    List<ChatPoint> points = new ArrayList<>();
    for (int i = 0; i < chats; i++) {
      points.add(new ChatPoint(i + 1, Outcome.OK, null, i * millis, millis));
    }
    return points;
  }
}
