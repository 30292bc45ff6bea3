package chatload.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Figures as people read them, the same in every locale. */
public final class Figures {

  private Figures() {}

  /** Milliseconds with one decimal, or as many more as keep it on its side of the limit. */
  public static String millis(BigDecimal observed, BigDecimal limit) {
    BigDecimal rounded = Rounding.plain(Rounding.beside(observed, limit, 1));
    return rounded.setScale(Math.max(1, rounded.scale())).toPlainString();
  }

  /** Milliseconds with one decimal. */
  public static String millis(double millis) {
    return BigDecimal.valueOf(millis).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  /** So many per second, with two decimals, or as many more as keep it off zero. */
  public static String perSecond(BigDecimal rate) {
    BigDecimal rounded = Rounding.beside(rate, BigDecimal.ZERO, 2);
    return rounded.setScale(Math.max(2, rounded.scale())).toPlainString();
  }

  /** A share in 0..1 in percent, two decimals or as many more as keep it on its side. */
  public static String percent(BigDecimal share, BigDecimal limit) {
    return percent(Rounding.shareBeside(share, limit, 4));
  }

  /** A share in 0..1 in percent, unrounded. */
  public static String percent(BigDecimal share) {
    return Rounding.plain(share.movePointRight(2)).toPlainString() + "%";
  }

  /** A difference with its sign and {@code decimals}, or as many more as keep it off zero. */
  public static String signed(BigDecimal difference, int decimals) {
    BigDecimal rounded = Rounding.beside(difference, BigDecimal.ZERO, decimals);
    rounded = rounded.setScale(Math.max(decimals, rounded.scale()));
    return (difference.signum() > 0 ? "+" : "") + rounded.toPlainString();
  }

  /**
   * A difference in percent of {@code whole}, signed, with one decimal or more to stay off zero.
   */
  public static String signedPercent(BigDecimal difference, BigDecimal whole) {
    return signed(difference.movePointRight(2).divide(whole, MathContext.DECIMAL32), 1) + "%";
  }

  /** {@code part} of {@code whole} in percent without decimals. */
  public static String wholePercent(double part, double whole) {
    return BigDecimal.valueOf(100 * part / whole).setScale(0, RoundingMode.HALF_UP) + "%";
  }
}
