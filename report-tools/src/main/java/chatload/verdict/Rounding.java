package chatload.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;

/** Rounds figures for people without letting them say something else than the exact figure. */
public final class Rounding {

  private Rounding() {}

  /**
   * {@code exact}, rounded half up to as few decimals as possible, but not below {@code decimals},
   * such that it lies on the same side of {@code limit}: 2500.04 beside a limit of 2500 is 2500.04
   * even with one decimal.
   */
  public static BigDecimal beside(BigDecimal exact, BigDecimal limit, int decimals) {
    int side = exact.compareTo(limit);
    return shortest(exact, decimals, rounded -> rounded.compareTo(limit) == side);
  }

  /** {@code exact}, rounded half up to the fewest decimals that are acceptable. */
  static BigDecimal shortest(BigDecimal exact, int decimals, Predicate<BigDecimal> acceptable) {
    for (int scale = decimals; scale < exact.scale(); scale++) {
      BigDecimal rounded = exact.setScale(scale, RoundingMode.HALF_UP);
      if (acceptable.test(rounded)) {
        return rounded;
      }
    }
    return exact;
  }

  /** The same number with no needless zeros and no exponent. */
  public static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The decimal number that {@code value} is written as, with no needless zeros. */
  public static BigDecimal plain(double value) {
    return plain(BigDecimal.valueOf(value));
  }
}
