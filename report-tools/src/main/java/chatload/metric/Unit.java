package chatload.metric;

import java.math.BigDecimal;

/** What a figure is counted in: its range, and how it is rounded and written. */
public enum Unit {
  /** A part of all chats, 0..1, written in percent. */
  SHARE("") {
    @Override
    void require(String field, double limit) {
      if (!(limit >= 0 && limit <= 1)) {
        throw new IllegalArgumentException(field + " must be in 0..1, was " + limit);
      }
    }

    /** To six decimals, or as many more as keep it on its side; never to 1 or 0. */
    @Override
    BigDecimal recorded(BigDecimal exact, BigDecimal limit) {
      return Rounding.plain(Rounding.shareBeside(exact, limit, 6));
    }

    @Override
    String figure(BigDecimal observed, BigDecimal limit) {
      return Figures.percent(observed, limit);
    }

    @Override
    String limit(BigDecimal limit) {
      return Figures.percent(limit);
    }
  },

  /** Milliseconds, in tenths as all times are. */
  MILLIS(" ms") {
    @Override
    void require(String field, double limit) {
      if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(field + " must be a positive number, was " + limit);
      }
    }

    /** Nothing but a mean has more decimals than a figure that somebody measured. */
    @Override
    BigDecimal recorded(BigDecimal exact, BigDecimal limit) {
      return exact.scale() > MOST_DECIMALS
          ? Rounding.plain(Rounding.beside(exact, limit, 1))
          : exact;
    }

    @Override
    String figure(BigDecimal observed, BigDecimal limit) {
      return Figures.millis(observed, limit);
    }

    @Override
    String limit(BigDecimal limit) {
      return limit.toPlainString();
    }
  },

  /** So many in a second. */
  PER_SECOND("/s") {
    @Override
    void require(String field, double limit) {
      MILLIS.require(field, limit);
    }

    @Override
    BigDecimal recorded(BigDecimal exact, BigDecimal limit) {
      return Rounding.plain(Rounding.beside(exact, limit, 2));
    }

    @Override
    String figure(BigDecimal observed, BigDecimal limit) {
      return Figures.millis(observed, limit);
    }

    @Override
    String limit(BigDecimal limit) {
      return limit.toPlainString();
    }
  };

  /** Of times that versions of this program wrote, and of doubles that others did. */
  private static final int MOST_DECIMALS = 17;

  private final String sign;

  Unit(String sign) {
    this.sign = sign;
  }

  /** Whether a limit may be written in it. */
  boolean takes(String written) {
    return switch (this) {
      case SHARE -> written.equals("%");
      case MILLIS -> written.matches("ms|s|min");
      case PER_SECOND -> written.equals("/s");
    };
  }

  /** What is written behind a figure. */
  public String sign() {
    return sign;
  }

  /**
   * Refuses what can't be a limit.
   *
   * @throws IllegalArgumentException naming the field
   */
  abstract void require(String field, double limit);

  /** The exact figure as it is recorded. */
  abstract BigDecimal recorded(BigDecimal exact, BigDecimal limit);

  /** A figure for people, on its side of the limit, without the sign. */
  abstract String figure(BigDecimal observed, BigDecimal limit);

  /** A limit for people, unrounded, without the sign. */
  abstract String limit(BigDecimal limit);
}
