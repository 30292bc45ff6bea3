package chatload.metric;

import chatload.words.Phrase;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A figure of a run that can have a limit.
 *
 * @param id the word used in JSON
 * @param limitField what its limit is called in JSON and in settings
 * @param unit of the figure and of its limit
 * @param bound which side of the limit is allowed
 * @param over the chats that it is about
 * @param how it is made of them
 * @param quantity what of the chats; null if it is about their number
 */
public record Metric(
    String id,
    String limitField,
    Unit unit,
    Bound bound,
    Over over,
    Aggregate how,
    Quantity quantity)
    implements Phrase {

  public Metric {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(limitField, "limitField");
    if (quantity == null ? how.isOfTimes() : !how.fits(quantity)) {
      throw new IllegalArgumentException(id + ": " + how + " of " + quantity);
    }
  }

  /** A figure of what the OK chats had of it. */
  static Metric of(String id, String limitField, Aggregate how, Quantity quantity) {
    return new Metric(id, limitField, quantity.unit(), quantity.bound(), Over.OK, how, quantity);
  }

  /** The same under the name that it has in gate files. */
  static Metric of(Aggregate how, Quantity quantity) {
    String key = key(how, quantity);
    return of(key, key, how, quantity);
  }

  private static String key(Aggregate how, Quantity quantity) {
    return how.key() + "." + quantity.id();
  }

  /** What its limit is called in gate files, where it is written with its unit. */
  public String key() {
    return quantity == null ? id : key(how, quantity);
  }

  /** Whether its limit has a field of its own, where it is a bare number. */
  public boolean hasField() {
    return !limitField.equals(key());
  }

  /** Which side of a limit is allowed; the limit itself always is. */
  public enum Bound {
    AT_LEAST("≥", ">=", "<"),
    AT_MOST("≤", "<=", ">");

    private final String sign;
    private final String kept;
    private final String missed;

    Bound(String sign, String kept, String missed) {
      this.sign = sign;
      this.kept = kept;
      this.missed = missed;
    }

    /** How documents write it. */
    public String sign() {
      return sign;
    }

    /** What stands between a figure and its limit, in ASCII. */
    public String relation(boolean met) {
      return met ? kept : missed;
    }

    /** What is left to the limit, negative when it is missed. */
    public BigDecimal margin(BigDecimal observed, BigDecimal limit) {
      return this == AT_LEAST ? observed.subtract(limit) : limit.subtract(observed);
    }
  }

  /** Chats that a figure is about. */
  public enum Over {
    /** All of the run, also those without a record: whatever fails counts against the limit. */
    PLANNED,
    /** Those that were OK. */
    OK
  }

  /** Whether it is about times or rates, so that a slow load generator can be to blame. */
  public boolean isOfTimes() {
    return quantity != null;
  }

  /** The time that it is about; there must be one. */
  public ChatTime time() {
    return (ChatTime) quantity;
  }

  /** The figure of a run; empty without any chat. */
  Optional<BigDecimal> of(Measured measured) {
    if (quantity == null) {
      int n = measured.n(this);
      return n == 0 ? Optional.empty() : Optional.of(share(measured.kept(this), n));
    }
    if (quantity instanceof ChatTime time && how.ofTimes() != null) {
      LatencySummary times = measured.latencies().of(time);
      return Optional.ofNullable(how.ofTimes().apply(times)).map(BigDecimal::valueOf);
    }
    return of(measured.values().apply(quantity));
  }

  /** The figure of these values, in any order; empty without any. */
  public Optional<BigDecimal> of(double[] values) {
    return how.of(values, bound);
  }

  /**
   * Rounded to 34 digits, which is far beyond what could move it across a limit: that has at most
   * 17 digits, and the chats are fewer than 2³¹.
   */
  private static BigDecimal share(int part, int n) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(n), MathContext.DECIMAL128);
  }

  /** Of what its name is made, where it has none of its own. */
  @Override
  public List<Phrase> parts() {
    return hasField() || quantity == null ? List.of() : List.of(how, quantity);
  }

  @Override
  public String name() {
    return id;
  }

  @Override
  public String bundle() {
    return "metric";
  }

  /** The word used in JSON. */
  @Override
  @JsonValue
  public String id() {
    return id;
  }
}
