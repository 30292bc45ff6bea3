package chatload.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Rounds figures for people without letting them say something else than the exact figure. */
public final class Rounding {

  private Rounding() {}

  /**
   * {@code exact}, rounded half up to {@code decimals}, or as many more as it takes to lie on the
   * same side of {@code limit}: 2500.04 beside a limit of 2500 is 2500.04 even with one decimal.
   * With no more than {@code decimals} of its own it is returned as it is.
   */
  public static BigDecimal beside(BigDecimal exact, BigDecimal limit, int decimals) {
    int side = exact.compareTo(limit);
    return shortest(exact, decimals, rounded -> rounded.compareTo(limit) == side);
  }

  /**
   * A share in 0..1, rounded as {@link #beside}, but never to 1 or 0: all means all, and none none.
   */
  static BigDecimal shareBeside(BigDecimal exact, BigDecimal limit, int decimals) {
    int side = exact.compareTo(limit);
    return shortest(
        exact,
        decimals,
        rounded ->
            rounded.compareTo(limit) == side
                && rounded.compareTo(BigDecimal.ONE) != 0
                && rounded.signum() != 0);
  }

  /**
   * {@code exact}, rounded half up to the fewest decimals that are acceptable, {@code decimals} or
   * more; if none are, or it has no more to begin with, {@code exact} itself, unasked.
   */
  static BigDecimal shortest(BigDecimal exact, int decimals, Predicate<BigDecimal> acceptable) {
    return IntStream.range(decimals, exact.scale())
        .mapToObj(scale -> exact.setScale(scale, RoundingMode.HALF_UP))
        .filter(acceptable)
        .findFirst()
        .orElse(exact);
  }

  /** The same number with no needless zeros and no exponent. */
  public static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.setScale(Math.max(0, stripped.scale()));
  }

  /** The decimal number that {@code value} is written as, with no needless zeros. */
  public static BigDecimal plain(double value) {
    return plain(BigDecimal.valueOf(value));
  }
}
