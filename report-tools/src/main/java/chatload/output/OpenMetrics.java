package chatload.output;

import chatload.text.VisibleText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Builds a file in the text format of OpenMetrics 1.0 that older readers of Prometheus' own format
 * take as well: nothing but gauges and summaries, and no time stamp.
 *
 * <p>https://prometheus.io/docs/specs/om/open_metrics_spec/
 */
final class OpenMetrics {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /** Longest value of a label, characters. */
  private static final int LONGEST = 100;

  /** Families in the order in which they were begun, each with its lines. */
  private final Map<String, StringBuilder> families = new LinkedHashMap<>();

  /**
   * Begins a family, unless it was begun.
   *
   * @param type gauge or summary
   * @param unit the last part of the name; null without one
   * @param help what it is, in words of ours
   */
  OpenMetrics family(String name, String type, String unit, String help) {
    if (!NAME.matcher(name).matches() || unit != null && !name.endsWith("_" + unit)) {
      throw new IllegalArgumentException("no name of a metric: " + name + ", unit " + unit);
    }
    families.computeIfAbsent(
        name,
        key ->
            new StringBuilder("# TYPE " + name + " " + type + "\n")
                .append(unit == null ? "" : "# UNIT " + name + " " + unit + "\n")
                .append("# HELP " + name + " " + escaped(help) + "\n"));
    return this;
  }

  OpenMetrics gauge(String name, String unit, String help) {
    return family(name, "gauge", unit, help);
  }

  /**
   * Adds a sample of a family that was begun.
   *
   * @param suffix what comes after the family's name, often nothing
   * @param value nothing is added for null
   * @param labels names and values in turn
   */
  OpenMetrics sample(String name, String suffix, BigDecimal value, String... labels) {
    if (value != null) {
      StringBuilder line = families.get(name).append(name).append(suffix);
      for (int i = 0; i < labels.length; i += 2) {
        line.append(i == 0 ? "{" : ",").append(labels[i]).append("=\"");
        line.append(escaped(VisibleText.of(labels[i + 1], LONGEST))).append('"');
      }
      line.append(labels.length == 0 ? " " : "} ").append(value.toPlainString()).append('\n');
    }
    return this;
  }

  /** As the other, without a suffix. */
  OpenMetrics sample(String name, long value, String... labels) {
    return sample(name, "", BigDecimal.valueOf(value), labels);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /** The whole file. */
  @Override
  public String toString() {
    return String.join("", families.values()) + "# EOF\n";
  }
}
