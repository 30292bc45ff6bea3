package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.run.Evidence;
import chatload.run.RunManifest.Generator;
import chatload.run.Watched;
import chatload.run.Watched.Lateness;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverloadTest {

  private static final Lateness NOTHING = new Lateness(0, null, null, null, null);
  private static final Lateness IN_TIME = new Lateness(100, 1.0, 100.0, 300.0, 900.0);
  private static final Lateness LATE = new Lateness(100, 1.0, 100.1, 300.0, 900.0);

  @Test
  void a_watch_that_saw_no_tick_says_nothing_of_the_generator() {
    assertThat(Overload.isKnown(generator(watch(IN_TIME, NOTHING)))).isTrue();
    assertThat(Overload.isKnown(generator(watch(NOTHING, IN_TIME)))).isFalse();
    assertThat(Overload.isKnown(generator(null))).isFalse();
    assertThat(Overload.isKnown(null)).isFalse();
  }

  @Test
  void what_was_not_seen_is_no_overload() {
    assertThat(Overload.doubt(generator(null))).isEmpty();
    assertThat(Overload.doubt(generator(watch(NOTHING, NOTHING)))).isEmpty();
    assertThat(Overload.doubt(generator(watch(IN_TIME, IN_TIME)))).isEmpty();
  }

  @Test
  void either_lateness_is_an_overload_and_both_are_told() {
    assertThat(Overload.doubt(generator(watch(LATE, NOTHING))).orElseThrow().figures())
        .containsExactly("100.1", "—", "100", "0.21", "2", "21", "9");
    assertThat(Overload.doubt(generator(watch(IN_TIME, LATE))).orElseThrow().figures())
        .containsExactly("100.0", "100.1", "100", "0.21", "2", "21", "9");
  }

  private static Watched watch(Lateness loop, Lateness dispatch) {
    Watched usual = Evidence.watchedAt(1.5);
    return new Watched(
        usual.durationMs(),
        usual.eventLoops(),
        loop,
        dispatch,
        usual.gc(),
        usual.coresUsed(),
        usual.machineLoad());
  }

  private static Generator generator(Watched watch) {
    return new Generator(null, 2, 512, List.of(), watch);
  }
}
