package chatload.metric;

import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * One comparison with a limit, made on exact values.
 *
 * @param metric what was looked at
 * @param limit the least or the most that is allowed, inclusive
 * @param observed what was measured; null when there is nothing to measure. A share is rounded to
 *     six decimals or as many more as it takes to stay on its side of the limit
 * @param n chats that it was measured over
 * @param met whether the limit is kept; never without data
 */
public record Check(Metric metric, BigDecimal limit, BigDecimal observed, int n, boolean met) {

  public Check {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(limit, "limit");
    if (met && observed == null) {
      throw new IllegalArgumentException(metric + " can't be met without data");
    }
  }

  public static Check of(Metric metric, BigDecimal limit, Measured measured) {
    Optional<BigDecimal> exact = metric.of(measured);
    return new Check(
        metric,
        limit,
        exact.map(figure -> metric.unit().recorded(figure, limit)).orElse(null),
        measured.n(metric),
        exact.filter(figure -> metric.bound().margin(figure, limit).signum() >= 0).isPresent());
  }

  public boolean hasData() {
    return observed != null;
  }

  /** What is left to the limit, negative when it is missed; there must be data. */
  public BigDecimal margin() {
    return metric.bound().margin(observed, limit);
  }

  /** What was measured, for people and without its unit; there must be data. */
  public String figure() {
    return metric.unit().figure(observed, limit);
  }

  /** The same with its unit. */
  public String figureWithUnit() {
    return figure() + metric.unit().sign();
  }

  /** The limit, for people and with its unit. */
  public String limitWithUnit() {
    return metric.unit().limit(limit) + metric.unit().sign();
  }

  /** Figure, limit, and whether it is kept, for a table; never only a colour or a sign. */
  public String cell(Wording words) {
    CommonPhrase bound =
        switch (metric.bound()) {
          case AT_LEAST -> CommonPhrase.AT_LEAST;
          case AT_MOST -> CommonPhrase.AT_MOST;
        };
    return (hasData() ? figureWithUnit() : "—")
        + " ("
        + words.say(bound, limitWithUnit())
        + ") "
        + (met ? "✓" : "✗");
  }
}
