package chatload.load.watch;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.run.Watched.Lateness;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Times are milliseconds since the watch began. */
class LoopWatchTest {

  private final LoopWatch watch = new LoopWatch(0);

  @Test
  void aLoopThatTicksWhenItShouldIsNotLate() {
    tick(10, 20, 30, 40);

    assertThat(watch.lag()).isEqualTo(new Lateness(4, 0.0, 0.0, 0.0, 0.0));
    assertThat(lag(49)).isZero();
    assertThat(stalled(49)).isZero();
  }

  @Test
  void aStallCountsOnceForEachTickThatItSwallowed() {
    tick(10, 20, 1000);

    assertThat(watch.lag().n()).isEqualTo(100);
    assertThat(watch.lag().p50Ms()).isBetween(470.0, 485.0);
    assertThat(watch.lag().maxMs()).isEqualTo(970);
    tick(1000, 1000, 1000);
    assertThat(watch.lag().n()).as("the calls for ticks that were made up for").isEqualTo(100);
  }

  @Test
  void whatIsReadDuringAStallOrRightAfterItMayHaveWaitedThroughIt() {
    tick(10, 20, 30);
    assertThat(lag(130)).isEqualTo(110);
    tick(130);
    assertThat(lag(132)).as("read late, though the tick came first").isEqualTo(102);
    tick(140, 150);
    assertThat(lag(152)).isZero();
  }

  @Test
  void stallsAddUpAndCountBeforeTheyAreOver() {
    tick(10, 20);
    assertThat(stalled(120)).isEqualTo(100);
    tick(120, 130);
    assertThat(stalled(135)).isEqualTo(100);
    tick(230);
    assertThat(stalled(235)).isEqualTo(200);
  }

  @Test
  void percentilesAreNeverTooLowAndAtMostThreePercentTooHigh() {
    LatenessHistogram histogram = new LatenessHistogram();
    for (int millis = 1; millis <= 1000; millis++) {
      histogram.record(nanos(millis));
    }
    Lateness lateness = histogram.summary();

    assertThat(lateness.n()).isEqualTo(1000);
    assertThat(lateness.p50Ms()).isBetween(500.0, 515.0);
    assertThat(lateness.p95Ms()).isBetween(950.0, 978.5);
    assertThat(lateness.p99Ms()).isBetween(990.0, 1000.0);
    assertThat(lateness.maxMs()).isEqualTo(1000);
  }

  @Test
  void aHistogramTakesTheLongestTimeThereIsAndSaysNothingOfNone() {
    LatenessHistogram histogram = new LatenessHistogram();
    assertThat(histogram.summary()).isEqualTo(new Lateness(0, null, null, null, null));
    histogram.record(Long.MAX_VALUE);
    histogram.record(-1);
    assertThat(histogram.summary().p50Ms()).isZero();
    assertThat(histogram.summary().p95Ms()).isEqualTo(histogram.summary().maxMs());
  }

  private void tick(long... millis) {
    for (long each : millis) {
      watch.tick(nanos(each));
    }
  }

  private long lag(long millis) {
    return TimeUnit.NANOSECONDS.toMillis(watch.lagNanos(nanos(millis)));
  }

  private long stalled(long millis) {
    return TimeUnit.NANOSECONDS.toMillis(watch.stalledNanos(nanos(millis)));
  }

  private static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
