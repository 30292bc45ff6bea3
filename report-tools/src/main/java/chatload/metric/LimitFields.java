package chatload.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The limits of a scenario from what is said under the names of their fields. */
public final class LimitFields {

  private LimitFields() {}

  /** What the same limit is also called, where it has two names: the later one counts. */
  public static Optional<String> otherName(String field) {
    return Metrics.NAMED.stream()
        .flatMap(
            metric ->
                field.equals(metric.key())
                    ? Optional.of(metric.limitField()).stream()
                    : field.equals(metric.limitField())
                        ? Optional.of(metric.key()).stream()
                        : Optional.<String>empty().stream())
        .findFirst();
  }

  /**
   * The limits of the preset with those that are given.
   *
   * @throws IllegalArgumentException that names a field first
   */
  public static Thresholds of(Thresholds preset, Map<String, String> fields) {
    return of(preset.limits(), preset.warnings(), preset.good(), preset.confidence(), fields);
  }

  /**
   * Those that are given alone.
   *
   * @throws IllegalArgumentException that names a field first
   */
  public static Thresholds of(Map<String, String> fields) {
    return of(Map.of(), Map.of(), Map.of(), null, fields);
  }

  private static Thresholds of(
      Map<Metric, Double> presetLimits,
      Map<Metric, Double> presetWarnings,
      Map<Quantity, Double> presetGood,
      Double confidence,
      Map<String, String> fields) {
    Map<Metric, Double> limits = new LinkedHashMap<>(presetLimits);
    Map<Metric, Double> warnings = new LinkedHashMap<>(presetWarnings);
    Map<Quantity, Double> good = new LinkedHashMap<>(presetGood);
    for (Metric metric : Metrics.ALL) {
      String bare = fields.get(metric.limitField());
      if (metric.hasField() && bare != null) {
        limits.put(metric, decimal(metric.limitField(), bare));
      }
      put(limits, metric, metric.key(), fields);
      put(warnings, metric, metric.key() + LimitText.WARN, fields);
    }
    for (Quantity quantity : Quantities.ALL) {
      String field = LimitText.GOOD + quantity.id();
      String given = fields.get(field);
      if (given != null) {
        good.put(quantity, LimitText.parse(field, given, quantity.unit(), quantity.bound()));
      }
    }
    return new Thresholds(limits, warnings, good, confidence);
  }

  private static void put(
      Map<Metric, Double> limits, Metric metric, String field, Map<String, String> fields) {
    String given = fields.get(field);
    if (given != null) {
      limits.put(metric, LimitText.parse(field, given, metric.unit(), metric.bound()));
    }
  }

  private static double decimal(String field, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(field + " must be a number", e);
    }
  }
}
