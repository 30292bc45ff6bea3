package chatload.load.watch;

import chatload.run.Watched.Lateness;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Watches how late one event loop is: it shall tick every {@link #TICK}, and a tick that was due
 * while the loop stood still is measured from when it was due. Allocates nothing while it runs.
 *
 * <p>All methods but {@link #lag()} are called on the loop. Times are {@link System#nanoTime()}.
 */
public final class LoopWatch {

  public static final Duration TICK = Duration.ofMillis(10);

  private static final long TICK_NANOS = TICK.toNanos();

  private final LatenessHistogram lag = new LatenessHistogram();
  private long due;
  private long ticked;
  private long tickedBefore;
  private long stalledNanos;

  public LoopWatch(long now) {
    due = now + TICK_NANOS;
    ticked = now;
    tickedBefore = now;
  }

  /** Watches {@code loop} until it ends. */
  public static LoopWatch start(EventExecutor loop) {
    LoopWatch watch = new LoopWatch(System.nanoTime());
    loop.scheduleAtFixedRate(
        () -> watch.tick(System.nanoTime()), TICK_NANOS, TICK_NANOS, TimeUnit.NANOSECONDS);
    return watch;
  }

  /** The loop gets round to its tasks. After a stall it is called once per missed tick. */
  public void tick(long now) {
    if (now < due) {
      return;
    }
    stalledNanos = stalledNanos(now);
    for (; due <= now; due += TICK_NANOS) {
      lag.record(now - due);
    }
    tickedBefore = ticked;
    ticked = now;
  }

  /** Time in which the loop did nothing that was due, in stalls of two ticks and more. */
  public long stalledNanos(long now) {
    long gap = now - ticked;
    return gap > 2 * TICK_NANOS ? stalledNanos + gap : stalledNanos;
  }

  /**
   * The longest that something can have waited for the loop that the loop gets round to {@code
   * now}: it was not there yet when the loop last looked, and that was after the last tick but one.
   * 0 unless the loop is late.
   */
  public long lagNanos(long now) {
    long wait = now - tickedBefore;
    return wait > 3 * TICK_NANOS ? wait : 0;
  }

  /** How late its ticks were so far. */
  Lateness lag() {
    return lag.summary();
  }
}
