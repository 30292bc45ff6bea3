package chatload.load.client;

import chatload.load.exchange.ConnectionSeen;
import chatload.run.InForce.ServiceClock;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How far the service's clock is from this machine's, by the dates of its responses. */
final class ClockOffset {

  /** A date has whole seconds, cut off. */
  private static final int DATE_MILLIS = 1000;

  /** Clocks that are further apart are no clocks; that is three years. */
  private static final double MOST_MS = 1e11;

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

  private static final int LONGEST = 40;

  private long n;
  private double fromMs = Double.NEGATIVE_INFINITY;
  private double toMs = Double.POSITIVE_INFINITY;

  /** Takes what one response said. */
  void add(ConnectionSeen seen) {
    add(seen.date(), seen.writtenAtMillis(), seen.answeredAtMillis());
  }

  /**
   * The same, if it said anything, and can be believed.
   *
   * @param said null for nothing
   * @param writtenMillis this machine's clock when the request was written; 0 if it never was
   * @param answeredMillis the same when the head of the response was there
   */
  void add(String said, long writtenMillis, long answeredMillis) {
    if (said == null || said.length() > LONGEST || writtenMillis == 0 || answeredMillis == 0) {
      return;
    }
    double date;
    try {
      date = ZonedDateTime.parse(said.strip(), HTTP_DATE).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      return;
    }
    double least = date - answeredMillis;
    double most = date + DATE_MILLIS - writtenMillis;
    if (Math.abs(least) < MOST_MS && Math.abs(most) < MOST_MS && least <= most) {
      n++;
      fromMs = Math.max(fromMs, least);
      toMs = Math.min(toMs, most);
    }
  }

  /** What all of them leave open; empty if none said anything. */
  Optional<ServiceClock> seen() {
    return n == 0
        ? Optional.empty()
        : Optional.of(new ServiceClock(n, Math.min(fromMs, toMs), Math.max(fromMs, toMs)));
  }
}
