package chatload.metric;

/**
 * Exact nearest-rank percentiles: the value at position ⌈p·n⌉ of the n sorted values, so that every
 * percentile is a time that somebody waited.
 */
public final class NearestRank {

  private NearestRank() {}

  /**
   * ⌈percent·n/100⌉ in whole numbers, so that no rounding can shift it.
   *
   * @param percent 1..100
   * @param n number of values, at least 1
   * @return 1..n
   */
  public static long position(int percent, long n) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("percent must be in 1..100, was " + percent);
    }
    if (n < 1) {
      throw new IllegalArgumentException("n must be at least 1, was " + n);
    }
    return (percent * n + 99) / 100;
  }

  /** ⌈permille·n/1000⌉ likewise; {@code permille} in 1..1000. */
  static long positionOfMille(int permille, long n) {
    return (permille * n + 999) / 1000;
  }

  /** The percentile of values that are sorted ascending; at least one. */
  public static double of(int percent, double[] sorted) {
    return sorted[(int) position(percent, sorted.length) - 1];
  }
}
