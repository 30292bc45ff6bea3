package chatload.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * One kind of time over the OK chats of a run, milliseconds. All figures are null when there is no
 * OK chat, never 0. Except for the mean each one is the time of a real chat.
 *
 * @param p50 nearest-rank percentile, as the next two
 * @param p95 see p50
 * @param p99 see p50
 * @param max largest
 * @param min smallest
 * @param mean arithmetic mean, rounded half up to one decimal
 * @param n number of OK chats
 */
public record LatencySummary(
    Double p50, Double p95, Double p99, Double max, Double min, Double mean, int n) {

  /** Above it not every tenth has a double of its own; 2³¹ of them still fit into a long. */
  private static final long MOST_TENTHS = 1L << 32;

  /** Sums up times in milliseconds, in any order. */
  public static LatencySummary of(double[] millis) {
    int n = millis.length;
    if (n == 0) {
      return new LatencySummary(null, null, null, null, null, null, 0);
    }
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new LatencySummary(
        NearestRank.of(50, sorted),
        NearestRank.of(95, sorted),
        NearestRank.of(99, sorted),
        sorted[n - 1],
        sorted[0],
        mean(sorted),
        n);
  }

  private static double mean(double[] millis) {
    BigDecimal sum = quickSum(millis);
    return sum.divide(BigDecimal.valueOf(millis.length), 1, RoundingMode.HALF_UP).doubleValue();
  }

  /**
   * In decimals, so that neither order nor binary fractions leave a trace: in tenths, which all
   * times are as a rule, and only others one by one.
   */
  static BigDecimal quickSum(double[] millis) {
    long sumOfTenths = 0;
    BigDecimal others = BigDecimal.ZERO;
    for (double value : millis) {
      long tenths = Math.round(value * 10);
      if (tenths < MOST_TENTHS && tenths / 10.0 == value) {
        sumOfTenths += tenths;
      } else {
        others = others.add(BigDecimal.valueOf(value));
      }
    }
    return others.add(BigDecimal.valueOf(sumOfTenths, 1));
  }
}
