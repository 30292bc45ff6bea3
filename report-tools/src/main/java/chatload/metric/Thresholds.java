package chatload.metric;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The limits that a scenario must keep, inclusive.
 *
 * @param limits by metric, in the metrics' order
 */
public record Thresholds(@JsonIgnore Map<Metric, Double> limits) {

  public Thresholds {
    limits = ordered(limits, Metrics.ALL);
  }

  /** The limits in that order, checked; only those that {@link Metrics#isDue} must be there. */
  static Map<Metric, Double> ordered(Map<Metric, Double> limits, List<Metric> metrics) {
    Map<Metric, Double> ordered = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      Double limit = limits.get(metric);
      if (limit != null) {
        metric.unit().require(metric.limitField(), limit);
        ordered.put(metric, limit);
      } else if (Metrics.isDue(metric, limits.keySet())) {
        throw new IllegalArgumentException(metric.limitField() + " is missing");
      }
    }
    return Collections.unmodifiableMap(ordered);
  }

  /**
   * From JSON.
   *
   * @throws IllegalArgumentException for a limit that is missing, out of its range, no number, or
   *     not known: a run can't be judged by what it is not understood to be held against
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Thresholds read(Map<String, Object> fields) {
    Map<String, Object> unknown = new LinkedHashMap<>(fields);
    Map<Metric, Double> limits = new LinkedHashMap<>();
    for (Metric metric : Metrics.ALL) {
      if (fields.containsKey(metric.limitField())) {
        limits.put(metric, number(metric.limitField(), unknown.remove(metric.limitField())));
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "there are limits that this version does not know: "
              + String.join(", ", unknown.keySet()));
    }
    return new Thresholds(limits);
  }

  private static double number(String field, Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(field + " must be a number");
  }

  /** As JSON has it. */
  @JsonValue
  Map<String, Double> json() {
    Map<String, Double> fields = new LinkedHashMap<>();
    limits.forEach((metric, limit) -> fields.put(metric.limitField(), limit));
    return fields;
  }

  /** The limit without needless zeros; empty if that metric has none. */
  public Optional<BigDecimal> limit(Metric metric) {
    return Optional.ofNullable(limits.get(metric)).map(Rounding::plain);
  }

  /** The limit on the first token, on whichever of the two there is; the visible one of both. */
  public Metric firstToken() {
    return limits.containsKey(Metrics.P95_FIRST_TOKEN)
        ? Metrics.P95_FIRST_TOKEN
        : Metrics.P95_FIRST_GENERATED;
  }

  /** The same limits with that on the first visible token on the first generated one instead. */
  public Thresholds onGenerated() {
    Map<Metric, Double> moved = new LinkedHashMap<>(limits);
    Double limit = moved.remove(Metrics.P95_FIRST_TOKEN);
    moved.putIfAbsent(Metrics.P95_FIRST_GENERATED, limit);
    return new Thresholds(moved);
  }

  /** The times to tell of: what was generated unseen only where a limit is on it. */
  public List<ChatTime> times() {
    return Stream.of(ChatTime.values())
        .filter(
            time ->
                time != ChatTime.FIRST_GENERATED || limits.containsKey(Metrics.P95_FIRST_GENERATED))
        .toList();
  }

  /** Holds what was measured against every limit. */
  public List<Check> checks(Measured measured) {
    return limits.keySet().stream()
        .map(metric -> Check.of(metric, limit(metric).orElseThrow(), measured))
        .toList();
  }

  /** The limit on that aggregate of that time. */
  public Optional<BigDecimal> limit(Aggregate how, ChatTime time) {
    return limits.keySet().stream()
        .filter(metric -> metric.how() == how && metric.time() == time)
        .findFirst()
        .flatMap(this::limit);
  }
}
