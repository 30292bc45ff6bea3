package chatload.metric;

import chatload.words.Phrase;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A figure of a run that can have a limit.
 *
 * @param id the word used in JSON
 * @param limitField what its limit is called in JSON and in settings
 * @param unit of the figure and of its limit
 * @param bound which side of the limit is allowed
 * @param over the chats that it is about
 * @param how it is made of them
 * @param time which time of the chats; null if it is about none
 */
public record Metric(
    String id, String limitField, Unit unit, Bound bound, Over over, Aggregate how, ChatTime time)
    implements Phrase {

  public Metric {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(limitField, "limitField");
    if (how.isOfTimes() != (time != null)) {
      throw new IllegalArgumentException(id + ": " + how + " of " + time);
    }
  }

  /** A time of the OK chats that must not be longer than its limit. */
  static Metric ofTime(String id, String limitField, Aggregate how, ChatTime time) {
    return new Metric(id, limitField, Unit.MILLIS, Bound.AT_MOST, Over.OK, how, time);
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

  /** Whether it is about a time, so that a slow load generator can be to blame. */
  public boolean isOfTimes() {
    return time != null;
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
