package chatload.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * One comparison with a limit, made on exact values.
 *
 * @param metric what was looked at
 * @param limit the least (success rate) or the most (times, milliseconds) that is allowed,
 *     inclusive
 * @param observed what was measured; null when there is nothing to measure. A success rate is
 *     rounded to six decimals or as many more as it takes to stay on its side of the limit
 * @param n chats that it was measured over: planned ones for the success rate, OK ones for times
 * @param met whether the limit is kept; never without data
 */
public record Check(Metric metric, BigDecimal limit, BigDecimal observed, int n, boolean met) {

  private static final int RATE_DECIMALS = 6;

  public Check {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(limit, "limit");
    if (met && observed == null) {
      throw new IllegalArgumentException(metric + " can't be met without data");
    }
  }

  /** {@code planned} must be at least 1, {@code minimum} in 0..1. */
  public static Check successRate(int ok, int planned, double minimum) {
    BigDecimal limit = Rounding.plain(minimum);
    return new Check(
        Metric.SUCCESS_RATE,
        limit,
        rate(ok, planned, limit),
        planned,
        reaches(ok, planned, minimum));
  }

  public static Check p95Total(LatencySummary total, double maximum) {
    return p95(Metric.P95_TOTAL, total, maximum);
  }

  public static Check p95FirstToken(LatencySummary firstToken, double maximum) {
    return p95(Metric.P95_FIRST_TOKEN, firstToken, maximum);
  }

  public boolean hasData() {
    return observed != null;
  }

  /** Whether ok/planned ≥ minimum, multiplied out, so that 99 of 100 reach 0.99. */
  public static boolean reaches(int ok, int planned, double minimum) {
    BigDecimal needed = BigDecimal.valueOf(minimum).multiply(BigDecimal.valueOf(planned));
    return BigDecimal.valueOf(ok).compareTo(needed) >= 0;
  }

  private static Check p95(Metric metric, LatencySummary latency, double maximum) {
    BigDecimal limit = Rounding.plain(maximum);
    if (latency.p95() == null) {
      return new Check(metric, limit, null, 0, false);
    }
    BigDecimal observed = BigDecimal.valueOf(latency.p95());
    return new Check(metric, limit, observed, latency.n(), observed.compareTo(limit) <= 0);
  }

  /** Rounded, but never up to 1 or down to 0. */
  private static BigDecimal rate(int ok, int planned, BigDecimal limit) {
    BigDecimal exact =
        BigDecimal.valueOf(ok).divide(BigDecimal.valueOf(planned), MathContext.DECIMAL128);
    int side = exact.compareTo(limit);
    return Rounding.plain(
        Rounding.shortest(
            exact,
            RATE_DECIMALS,
            rounded ->
                rounded.compareTo(limit) == side
                    && rounded.compareTo(BigDecimal.ONE) != 0
                    && rounded.signum() != 0));
  }
}
