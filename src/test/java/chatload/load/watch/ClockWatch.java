package chatload.load.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Notices that this machine's wall clock and its monotonic clock have parted since it was made:
 * somebody set the clock, which tokens go by, or the machine stood still for a while in which the
 * monotonic clock, which times go by, stood still, too. Slowly corrected clocks stay together.
 */
public final class ClockWatch {

  /** Beyond what a correction is that nobody notices. */
  static final Duration MOST = Duration.ofSeconds(1);

  private final LongSupplier wallMillis;
  private final LongSupplier nanos;
  private final long offsetMillis;

  public ClockWatch() {
    this(System::currentTimeMillis, System::nanoTime);
  }

  /**
   * @param wallMillis since the epoch
   * @param nanos of the monotonic clock
   */
  public ClockWatch(LongSupplier wallMillis, LongSupplier nanos) {
    this.wallMillis = wallMillis;
    this.nanos = nanos;
    this.offsetMillis = offset();
  }

  /** In words, whether they have parted; empty if not. */
  public Optional<String> parted() {
    long millis = offset() - offsetMillis;
    if (Math.abs(millis) <= MOST.toMillis()) {
      return Optional.empty();
    }
    return Optional.of(
        "this machine's clock jumped "
            + (millis > 0 ? "forward" : "back")
            + " during the run, or the machine was suspended");
  }

  private long offset() {
    return wallMillis.getAsLong() - nanos.getAsLong() / 1_000_000;
  }
}
