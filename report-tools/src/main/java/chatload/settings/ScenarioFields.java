package chatload.settings;

import chatload.arrival.LoadShape;
import chatload.arrival.Replay;
import chatload.metric.LimitFields;
import chatload.metric.Metrics;
import chatload.metric.Thresholds;
import chatload.run.LoadPlan;
import chatload.run.Scenario;
import chatload.settings.GivenSettings.Given;
import chatload.tool.PathName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of one scenario, by field, and the scenario that it makes. What is wrong with a
 * value is an {@link IllegalArgumentException} whose message begins with the field.
 */
final class ScenarioFields {

  private static final String REQUESTS = "requests";
  private static final String CONCURRENCY = "concurrency";
  private static final String RAMP = "rampMs";
  private static final String TIMEOUT = "timeoutMs";
  private static final String LOAD = "load";
  private static final String MAX_IN_FLIGHT = "maxInFlight";

  private static final String FIRST_TOKEN = Metrics.P95_FIRST_TOKEN.limitField();

  /** Limits without which there is no scenario beside the presets. */
  private static final List<String> OWN_LIMITS =
      List.of(Metrics.SUCCESS_RATE.limitField(), Metrics.P95_TOTAL.limitField(), FIRST_TOKEN);

  /** What a scenario that is no preset needs, for messages. */
  static final String NEEDED =
      String.join(", ", REQUESTS, CONCURRENCY)
          + " (or "
          + LOAD
          + " instead of both), "
          + String.join(", ", OWN_LIMITS);

  private static final long LEAST_USUAL_TIMEOUT = 30_000;

  /** A chat is given up no sooner than this many times the limit on its total time. */
  private static final long TIMEOUT_OF_LIMIT = 4;

  private final String name;
  private final Map<String, Given> fields;

  ScenarioFields(String name, Map<String, Given> fields) {
    this.name = name;
    this.fields = fields;
  }

  /** Its message is the name of the field. */
  static final class Missing extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Missing(String field) {
      super(field);
    }
  }

  /**
   * A preset with what is said of it, or else a scenario of which everything has to be said.
   *
   * @throws IllegalArgumentException for a value that can't be
   */
  Scenario scenario() {
    Optional<Scenario> preset = Scenario.preset(name);
    return preset.isPresent() ? customized(preset.get()) : own();
  }

  /** A scenario that is none of the presets: nothing of what it is held against is assumed. */
  private Scenario own() {
    List<String> needed = new ArrayList<>();
    if (!fields.containsKey(LOAD)) {
      needed.addAll(List.of(REQUESTS, CONCURRENCY));
    }
    needed.addAll(OWN_LIMITS);
    for (String field : needed) {
      boolean isThere =
          fields.containsKey(field)
              || LimitFields.otherName(field).filter(fields::containsKey).isPresent()
              || field.equals(FIRST_TOKEN) && isFirstGenerated();
      if (!isThere) {
        throw new Missing(field);
      }
    }
    Thresholds limits = LimitFields.of(texts());
    long usualTimeout =
        Math.max(
            LEAST_USUAL_TIMEOUT,
            limits.limit(Metrics.P95_TOTAL).orElseThrow().longValue() * TIMEOUT_OF_LIMIT);
    Duration timeout =
        Duration.ofMillis(fields.containsKey(TIMEOUT) ? integer(TIMEOUT, 0) : usualTimeout);
    if (fields.containsKey(LOAD)) {
      return Scenario.open(name, load(), timeout, limits);
    }
    requireClosed();
    return new Scenario(
        name,
        integer(REQUESTS, 0),
        integer(CONCURRENCY, 0),
        timeout,
        limits,
        ramp(integer(RAMP, (int) Scenario.RAMP.toMillis())));
  }

  private boolean isFirstGenerated() {
    return fields.containsKey(Metrics.P95_FIRST_GENERATED.limitField())
        || fields.containsKey(Metrics.P95_FIRST_GENERATED.key());
  }

  private Scenario customized(Scenario preset) {
    Duration timeout =
        Duration.ofMillis(integer(TIMEOUT, Math.toIntExact(preset.timeLimit().toMillis())));
    Thresholds limits = LimitFields.of(preset.thresholds(), texts());
    if (fields.containsKey(LOAD)) {
      return Scenario.open(name, load(), timeout, limits);
    }
    requireClosed();
    int requests = integer(REQUESTS, preset.requests());
    return new Scenario(
        name,
        requests,
        integer(CONCURRENCY, Math.min(preset.concurrency(), Math.max(1, requests))),
        timeout,
        limits,
        ramp(integer(RAMP, (int) preset.ramp().toMillis())));
  }

  private void requireClosed() {
    if (fields.containsKey(MAX_IN_FLIGHT)) {
      throw new IllegalArgumentException(
          MAX_IN_FLIGHT + " is for a load alone: of users, no more than concurrency are in flight");
    }
  }

  /** When chats are due, in words, or in a file: {@code replay FILE}. */
  private LoadPlan load() {
    for (String field : List.of(REQUESTS, CONCURRENCY, RAMP)) {
      if (fields.containsKey(field)) {
        throw new IllegalArgumentException(field + " follows from the load, so it can't be given");
      }
    }
    Integer most = fields.containsKey(MAX_IN_FLIGHT) ? integer(MAX_IN_FLIGHT, 0) : null;
    Given load = fields.get(LOAD);
    try {
      return Replay.file(load.value())
          .map(file -> replay(file, most))
          .orElseGet(() -> new LoadPlan(LoadShape.parse(load.value()).toString(), most, null));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          e.getMessage().startsWith(MAX_IN_FLIGHT) ? e.getMessage() : LOAD + ": " + e.getMessage(),
          e);
    }
  }

  private static LoadPlan replay(String file, Integer most) {
    String text = SettingFile.read(file, "the file of the load", "instants");
    List<Long> instants = Replay.micros(text, LoadPlan.MOST_REPLAYED);
    return new LoadPlan(Replay.of(PathName.parse(file).getFileName().toString()), most, instants);
  }

  /** Where the value came from that a message is about, and the message. */
  String said(String message) {
    String origin = origin(message);
    String field = message.split("[ :]", 2)[0];
    return field.contains(".") && origin.endsWith("." + field) || origin.endsWith("." + LOAD)
        ? origin + message.substring(field.length())
        : origin + ": " + message;
  }

  /** A file's origin ends with a part of the field's name that stands there. */
  private String origin(String message) {
    return fields.entrySet().stream()
        .filter(field -> message.startsWith(field.getKey()))
        .max(Comparator.comparing(field -> field.getKey().length()))
        .or(() -> fields.entrySet().stream().findFirst())
        .orElseThrow()
        .getValue()
        .origin();
  }

  /** Gatling drops what is less than a second: after 999 ms nobody would ever arrive. */
  private static Duration ramp(int millis) {
    Duration ramp = Duration.ofMillis(millis);
    if (ramp.toMillisPart() != 0) {
      throw new IllegalArgumentException(
          RAMP + " must be whole seconds, 0 or 1000 or 2000 …, was " + millis);
    }
    return ramp;
  }

  private Map<String, String> texts() {
    Map<String, String> values = new LinkedHashMap<>();
    fields.forEach((field, given) -> values.put(field, given.value()));
    return values;
  }

  private int integer(String field, int preset) {
    Given value = fields.get(field);
    try {
      return value == null ? preset : Integer.parseInt(value.value());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(field + " must be a whole number", e);
    }
  }
}
