package chatload.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The limits that a scenario must keep, inclusive.
 *
 * @param limits by metric, in the metrics' order
 * @param warnings stricter ones of the same metrics; beyond them a check is met with a note
 * @param good those of a single chat; an OK chat inside all of them is a good one
 * @param confidence at which they have to be proven, such as 0.95; null if it is enough that the
 *     chats that were sent keep them
 */
@JsonDeserialize(using = Thresholds.Reader.class)
public record Thresholds(
    Map<Metric, Double> limits,
    Map<Metric, Double> warnings,
    Map<Quantity, Double> good,
    Double confidence) {

  private static final String WARN = "warn";
  private static final String GOOD = "good";
  private static final String CONFIDENCE = "confidence";

  /** Below it a toss of a coin would be as good. */
  private static final double LEAST_LEVEL = 0.5;

  public Thresholds {
    limits = ordered(limits, Metrics.ALL);
    warnings = sorted(warnings, Metrics.ALL);
    good = sorted(good, Quantities.ALL);
    for (Map.Entry<Metric, Double> warning : warnings.entrySet()) {
      Metric metric = warning.getKey();
      String field = metric.key() + "." + WARN;
      metric.unit().require(field, warning.getValue());
      Double limit = limits.get(metric);
      if (limit == null) {
        throw new IllegalArgumentException(field + " needs a limit to warn of");
      }
      boolean isStricter =
          metric.bound() == Metric.Bound.AT_MOST
              ? warning.getValue() < limit
              : warning.getValue() > limit;
      if (!isStricter) {
        throw new IllegalArgumentException(field + " must be stricter than the limit itself");
      }
    }
    good.forEach((what, limit) -> what.unit().require(GOOD + "." + what.id(), limit));
    if (confidence != null && !(confidence >= LEAST_LEVEL && confidence < 1)) {
      throw new IllegalArgumentException(CONFIDENCE + " must be in 0.5..1, below 1");
    }
    if (limits.containsKey(Metrics.GOOD_SHARE) && good.isEmpty()) {
      throw new IllegalArgumentException(
          Metrics.GOOD_SHARE.key() + " needs limits of a single chat, such as good.firstToken");
    }
  }

  /** Without warnings and limits of single chats. */
  public static Thresholds of(Map<Metric, Double> limits) {
    return new Thresholds(limits, Map.of(), Map.of(), null);
  }

  private static <K> Map<K, Double> sorted(Map<K, Double> values, Collection<K> order) {
    Map<K, Double> sorted = new LinkedHashMap<>();
    order.stream().filter(values::containsKey).forEach(key -> sorted.put(key, values.get(key)));
    return Collections.unmodifiableMap(sorted);
  }

  /** The limits in that order, checked; only those that {@link Metrics#isDue} must be there. */
  static Map<Metric, Double> ordered(Map<Metric, Double> limits, List<Metric> metrics) {
    for (Metric metric : metrics) {
      Double limit = limits.get(metric);
      if (limit != null) {
        metric.unit().require(metric.limitField(), limit);
      } else if (Metrics.isDue(metric, limits.keySet())) {
        throw new IllegalArgumentException(metric.limitField() + " is missing");
      }
    }
    return sorted(limits, metrics);
  }

  /**
   * From JSON.
   *
   * @throws IllegalArgumentException for a limit that is missing, out of its range, no number, or
   *     not known: a run can't be judged by what it is not understood to be held against
   */
  static Thresholds read(Map<String, Object> fields) {
    Map<String, Object> limits = new LinkedHashMap<>(fields);
    Object warnings = limits.remove(WARN);
    Object good = limits.remove(GOOD);
    Object confidence = limits.remove(CONFIDENCE);
    return new Thresholds(
        numbers(limits, Metrics.ALL, Metric::limitField),
        numbers(warnings, Metrics.ALL, Metric::limitField),
        numbers(good, Quantities.ALL, Quantity::id),
        confidence == null ? null : number(CONFIDENCE, confidence));
  }

  /** Jackson would take the maps for three fields. */
  static final class Reader extends JsonDeserializer<Thresholds> {
    @Override
    public Thresholds deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JavaType type =
          context.getTypeFactory().constructMapType(Map.class, String.class, Object.class);
      Map<String, Object> fields = context.readValue(parser, type);
      try {
        return read(fields);
      } catch (IllegalArgumentException e) {
        throw JsonMappingException.from(parser, e.getMessage(), e);
      }
    }
  }

  private static <K> Map<K, Double> numbers(
      Object fields, List<K> known, Function<K, String> name) {
    if (fields == null) {
      return Map.of();
    }
    if (!(fields instanceof Map<?, ?> found)) {
      throw new IllegalArgumentException("limits have names");
    }
    Map<Object, Object> unknown = new LinkedHashMap<>(found);
    Map<K, Double> numbers = new LinkedHashMap<>();
    for (K one : known) {
      if (unknown.containsKey(name.apply(one))) {
        numbers.put(one, number(name.apply(one), unknown.remove(name.apply(one))));
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "there are limits that this version does not know: "
              + unknown.keySet().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
    return numbers;
  }

  private static double number(String field, Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(field + " must be a number");
  }

  /** As JSON has it; what there is none of is left out. */
  @JsonValue
  Map<String, Object> json() {
    return fields(limit -> limit);
  }

  /**
   * The same with other numbers.
   *
   * @param number what to write for a limit
   */
  public Map<String, Object> fields(Function<Double, Object> number) {
    Map<String, Object> fields = new LinkedHashMap<>(named(limits, Metric::limitField, number));
    if (!warnings.isEmpty()) {
      fields.put(WARN, named(warnings, Metric::limitField, number));
    }
    if (!good.isEmpty()) {
      fields.put(GOOD, named(good, Quantity::id, number));
    }
    if (confidence != null) {
      fields.put(CONFIDENCE, number.apply(confidence));
    }
    return fields;
  }

  private static <K> Map<String, Object> named(
      Map<K, Double> limits, Function<K, String> name, Function<Double, Object> number) {
    Map<String, Object> named = new LinkedHashMap<>();
    limits.forEach((key, limit) -> named.put(name.apply(key), number.apply(limit)));
    return named;
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

  /** The same limits, to be proven at that level. */
  public Thresholds provenAt(Double level) {
    return new Thresholds(limits, warnings, good, level);
  }

  /** The same limits with that on the first visible token on the first generated one instead. */
  public Thresholds onGenerated() {
    return new Thresholds(onGenerated(limits), onGenerated(warnings), good, confidence);
  }

  private static Map<Metric, Double> onGenerated(Map<Metric, Double> limits) {
    Map<Metric, Double> moved = new LinkedHashMap<>(limits);
    Double limit = moved.remove(Metrics.P95_FIRST_TOKEN);
    if (limit != null) {
      moved.putIfAbsent(Metrics.P95_FIRST_GENERATED, limit);
    }
    return moved;
  }

  /** The times to tell of: what was generated unseen only where a limit is on it. */
  public List<ChatTime> times() {
    return Stream.of(ChatTime.values())
        .filter(time -> time != ChatTime.FIRST_GENERATED || limited().contains(time))
        .toList();
  }

  /** What there are limits on beside numbers of chats. */
  public List<Quantity> limited() {
    return Quantities.ALL.stream()
        .filter(
            one ->
                good.containsKey(one)
                    || limits.keySet().stream().anyMatch(metric -> metric.quantity() == one))
        .toList();
  }

  /** Holds what was measured against every limit. */
  public List<Check> checks(Measured measured) {
    return checks(limits, measured);
  }

  /** Holds it against the stricter limits, of which a missed one is a note. */
  public List<Check> warningChecks(Measured measured) {
    return checks(warnings, measured);
  }

  private static List<Check> checks(Map<Metric, Double> limits, Measured measured) {
    return limits.entrySet().stream()
        .map(limit -> Check.of(limit.getKey(), Rounding.plain(limit.getValue()), measured))
        .toList();
  }

  /** The limit on that aggregate of that time. */
  public Optional<BigDecimal> limit(Aggregate how, ChatTime time) {
    return limits.keySet().stream()
        .filter(metric -> metric.how() == how && metric.quantity() == time)
        .findFirst()
        .flatMap(this::limit);
  }
}
