package chatload.metric;

import chatload.words.Phrase;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one figure is made of many chats. Percentiles are exact nearest ranks, on the slow side: 95 %
 * of the chats take no longer than the P95 of a time, and have no less than the P95 of a rate.
 */
public enum Aggregate implements Phrase {
  /** Chats that are as they should be among all that it is over, 0..1. */
  SHARE("share", 0, null),
  P50("p50", 500, LatencySummary::p50),
  P75("p75", 750, null),
  P90("p90", 900, null),
  P95("p95", 950, LatencySummary::p95),
  P99("p99", 990, LatencySummary::p99),
  P999("p99.9", 999, null),
  /** The longest of times and gaps. */
  MAX("max", 1000, LatencySummary::max),
  /** The least of rates. */
  MIN("min", 1000, null),
  MEAN("mean", 0, null);

  private final String key;
  private final int permille;
  private final Function<LatencySummary, Double> ofTimes;

  Aggregate(String key, int permille, Function<LatencySummary, Double> ofTimes) {
    this.key = key;
    this.permille = permille;
    this.ofTimes = ofTimes;
  }

  /** The word for it in gate files. */
  public String key() {
    return key;
  }

  @Override
  public String bundle() {
    return "metric";
  }

  boolean isOfTimes() {
    return this != SHARE;
  }

  /** Whether it can be asked for of that. */
  boolean fits(Quantity quantity) {
    return isOfTimes() && this != (quantity.isRate() ? MAX : MIN);
  }

  /** In per mille, for those that are a rank. */
  public int permille() {
    return permille;
  }

  /** The figure of times that were summed up; null if they were not summed up so. */
  Function<LatencySummary, Double> ofTimes() {
    return ofTimes;
  }

  /**
   * The figure of these values, in any order; empty without any.
   *
   * @param bound tells the slow side
   */
  Optional<BigDecimal> of(double[] values, Metric.Bound bound) {
    int n = values.length;
    if (n == 0) {
      return Optional.empty();
    }
    if (this == MEAN) {
      return Arrays.stream(values).anyMatch(Double::isInfinite)
          ? Optional.of(BigDecimal.valueOf(Double.MAX_VALUE))
          : Optional.of(
              LatencySummary.quickSum(values)
                  .divide(BigDecimal.valueOf(n), MathContext.DECIMAL128));
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = (int) NearestRank.positionOfMille(permille, n);
    double value = sorted[bound == Metric.Bound.AT_MOST ? rank - 1 : n - rank];
    return Optional.of(BigDecimal.valueOf(Math.min(value, Double.MAX_VALUE)));
  }

  /** Whether a limit on it says how many chats may miss that limit. */
  public boolean isOfShare() {
    return this != MEAN;
  }

  /** The share of all chats that may miss without the limit being missed, 0..1. */
  public BigDecimal mayMiss(BigDecimal limit) {
    return isOfTimes()
        ? BigDecimal.valueOf(1000 - permille).movePointLeft(3)
        : BigDecimal.ONE.subtract(limit);
  }

  /**
   * How many of {@code n} chats may miss so that the limit is met.
   *
   * @param n at least 1
   */
  public int mayMiss(BigDecimal limit, int n) {
    return mayMiss(limit).multiply(BigDecimal.valueOf(n)).intValue();
  }
}
