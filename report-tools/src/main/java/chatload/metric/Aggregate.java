package chatload.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.Function;

/** How one figure is made of many chats. */
public enum Aggregate {
  /** OK chats among all that it is over, 0..1. */
  SHARE(null, 0),
  /** Exact nearest rank. */
  P95(LatencySummary::p95, 95);

  private final Function<LatencySummary, Double> ofTimes;
  private final int percentile;

  Aggregate(Function<LatencySummary, Double> ofTimes, int percentile) {
    this.ofTimes = ofTimes;
    this.percentile = percentile;
  }

  boolean isOfTimes() {
    return ofTimes != null;
  }

  /** The figure of times, milliseconds; empty without any. */
  public Optional<BigDecimal> of(LatencySummary times) {
    return Optional.ofNullable(ofTimes.apply(times)).map(BigDecimal::valueOf);
  }

  /**
   * The figure of a run; empty without any chat. A share is rounded to 34 digits, which is far
   * beyond what could move it across a limit: that has at most 17 digits, and the chats are fewer
   * than 2³¹.
   */
  Optional<BigDecimal> of(Measured measured, Metric metric) {
    int n = measured.n(metric);
    if (n == 0) {
      return Optional.empty();
    }
    return isOfTimes()
        ? of(measured.latencies().of(metric.time()))
        : Optional.of(
            BigDecimal.valueOf(measured.ok())
                .divide(BigDecimal.valueOf(n), MathContext.DECIMAL128));
  }

  /** The share of all chats that may miss without the limit being missed, 0..1. */
  public BigDecimal mayMiss(BigDecimal limit) {
    return isOfTimes()
        ? BigDecimal.valueOf(100 - percentile).movePointLeft(2)
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
