package chatload.metric;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit as people write it, with its unit: {@code 2 s}, or with the side on which it is missed,
 * {@code > 2 s}.
 */
public final class LimitText {

  /** What stands behind the name of a limit that only warns. */
  public static final String WARN = ".warn";

  /** What stands before the name of a limit of a single chat. */
  public static final String GOOD = "good.";

  private static final Pattern TEXT =
      Pattern.compile("\\s*([<>]?)\\s*(\\d{1,12}(?:\\.\\d{1,6})?)\\s*(ms|s|min|%|/s)\\s*");

  private LimitText() {}

  /**
   * The number that it says, in the unit of figures.
   *
   * @param field what it is called, for messages
   * @throws IllegalArgumentException naming the field, and what is accepted
   */
  public static double parse(String field, String text, Unit unit, Metric.Bound bound) {
    String side = bound == Metric.Bound.AT_MOST ? ">" : "<";
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches() || !unit.takes(parts.group(3))) {
      throw new IllegalArgumentException(
          field + " must be a number with its unit, such as \"" + example(unit, side) + "\"");
    }
    if (!parts.group(1).isEmpty() && !parts.group(1).equals(side)) {
      throw new IllegalArgumentException(
          field
              + " is missed "
              + (side.equals(">") ? "above" : "below")
              + " its limit: write "
              + side
              + " or nothing before the number");
    }
    BigDecimal number = new BigDecimal(parts.group(2));
    return switch (parts.group(3).toLowerCase(Locale.ROOT)) {
      case "s" -> number.movePointRight(3).doubleValue();
      case "min" -> number.multiply(BigDecimal.valueOf(60_000)).doubleValue();
      case "%" -> number.movePointLeft(2).doubleValue();
      default -> number.doubleValue();
    };
  }

  private static String example(Unit unit, String side) {
    return side
        + " "
        + switch (unit) {
          case SHARE -> "99 %";
          case MILLIS -> "2 s\", \"" + side + " 800 ms\" or \"" + side + " 1 min";
          case PER_SECOND -> "20 /s";
        };
  }

  /** All of these by the names of their fields, as gate files and {@code --set} have them. */
  public static Map<String, String> fields(Thresholds limits) {
    Map<String, String> fields = new LinkedHashMap<>();
    limits
        .limits()
        .forEach(
            (metric, limit) ->
                fields.put(
                    metric.limitField(),
                    metric.hasField()
                        ? Rounding.plain(limit).toPlainString()
                        : of(limit, metric.unit(), metric.bound())));
    limits
        .warnings()
        .forEach(
            (metric, limit) ->
                fields.put(metric.key() + WARN, of(limit, metric.unit(), metric.bound())));
    limits
        .good()
        .forEach(
            (what, limit) -> fields.put(GOOD + what.id(), of(limit, what.unit(), what.bound())));
    return fields;
  }

  private static String of(double limit, Unit unit, Metric.Bound bound) {
    String side = bound == Metric.Bound.AT_MOST ? "> " : "< ";
    BigDecimal number = Rounding.plain(limit);
    return side
        + switch (unit) {
          case SHARE -> Rounding.plain(number.movePointRight(2)).toPlainString() + " %";
          case MILLIS -> number.toPlainString() + " ms";
          case PER_SECOND -> number.toPlainString() + " /s";
        };
  }
}
