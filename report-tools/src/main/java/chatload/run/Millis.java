package chatload.run;

/** Monotonic nanoseconds inside, milliseconds with one decimal outside. */
public final class Millis {
  private Millis() {}

  /** {@code nanos} in milliseconds, rounded half up to one decimal. */
  public static double ofNanos(long nanos) {
    return Math.round(nanos / 100_000.0) / 10.0;
  }

  /** Milliseconds, rounded likewise. */
  public static double rounded(double millis) {
    return Math.round(millis * 10) / 10.0;
  }
}
