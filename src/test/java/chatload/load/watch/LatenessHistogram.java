package chatload.load.watch;

import chatload.metric.NearestRank;
import chatload.run.Millis;
import chatload.run.Watched.Lateness;

/**
 * Counts lateness in steps of a tenth of a millisecond, and of 1/32 of the value where that is
 * more, in a fixed amount of memory. Safe for several threads.
 */
final class LatenessHistogram {

  private static final long UNIT_NANOS = 100_000;

  /** Bits of a float that do not matter: five of its mantissa stay, and its exponent. */
  private static final int SHIFT = 18;

  private static final int FIRST = Float.floatToIntBits(1) >>> SHIFT;

  private final long[] counts = new long[bucket(Long.MAX_VALUE) + 1];
  private long n;
  private long maxNanos;

  synchronized void record(long nanos) {
    counts[bucket(nanos)]++;
    n++;
    maxNanos = Math.max(maxNanos, nanos);
  }

  synchronized Lateness summary() {
    return n == 0
        ? new Lateness(0, null, null, null, null)
        : new Lateness(n, percentile(50), percentile(95), percentile(99), Millis.ofNanos(maxNanos));
  }

  private static int bucket(long nanos) {
    return (Float.floatToIntBits(1 + Math.max(0, nanos) / UNIT_NANOS) >>> SHIFT) - FIRST;
  }

  /** The upper end of the bucket that holds the nearest rank, milliseconds. */
  private double percentile(int percent) {
    long rank = NearestRank.position(percent, n);
    int bucket = 0;
    for (long below = counts[0]; below < rank; below += counts[bucket]) {
      bucket++;
    }
    double end = Float.intBitsToFloat((bucket + 1 + FIRST) << SHIFT) - 1.0;
    return Math.min(Millis.ofNanos((long) (end * UNIT_NANOS)), Millis.ofNanos(maxNanos));
  }
}
