package chatload.arrival;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations and rates as they are written: {@code 90s}, {@code 1.5 min}, {@code 40/min}. */
final class Quantity {

  /** Microseconds, the longest first: so a duration is written. */
  private static final Map<String, Long> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("h", 3_600_000_000L);
    UNITS.put("min", 60_000_000L);
    UNITS.put("s", 1_000_000L);
    UNITS.put("ms", 1_000L);
  }

  private static final Pattern DURATION =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?) ?(ms|s|min|m|h)");

  private static final Pattern RATE =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?) ?/ ?(s|min|m|h)");

  private Quantity() {}

  /**
   * Arrivals in a time.
   *
   * @param arrivals at least 0
   * @param unit {@code s}, {@code min} or {@code h}
   */
  record PerSecond(BigDecimal arrivals, String unit) {

    double value() {
      return arrivals.doubleValue() * 1e6 / UNITS.get(unit);
    }

    @Override
    public String toString() {
      return plain(arrivals) + "/" + unit;
    }
  }

  /**
   * Microseconds, above 0.
   *
   * @throws IllegalArgumentException for anything else, with what is accepted
   */
  static long micros(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (matcher.matches()) {
      BigDecimal micros =
          new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(UNITS.get(unit(matcher))));
      if (micros.signum() > 0) {
        return micros.longValue();
      }
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is no duration, such as 500ms, 90s, 10min, 1h");
  }

  /**
   * A rate.
   *
   * @throws IllegalArgumentException for anything else, with what is accepted
   */
  static PerSecond rate(String text) {
    Matcher matcher = RATE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no rate, such as 2/s, 40/min, 500/h");
    }
    return new PerSecond(new BigDecimal(matcher.group(1)), unit(matcher));
  }

  private static String unit(Matcher matcher) {
    return matcher.group(2).equals("m") ? "min" : matcher.group(2);
  }

  /** In the longest unit of which it is a whole number, else in milliseconds. */
  static String duration(long micros) {
    for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
      if (micros % unit.getValue() == 0) {
        return micros / unit.getValue() + unit.getKey();
      }
    }
    return plain(BigDecimal.valueOf(micros, 3)) + "ms";
  }

  private static String plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
  }
}
