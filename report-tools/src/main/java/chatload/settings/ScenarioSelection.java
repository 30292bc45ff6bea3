package chatload.settings;

import chatload.gate.GateFile;
import chatload.gate.LimitKeys;
import chatload.metric.LimitFields;
import chatload.metric.Metrics;
import chatload.metric.Thresholds;
import chatload.run.PresetSet;
import chatload.run.Scenario;
import chatload.settings.GivenSettings.Given;
import chatload.text.Spelling;
import chatload.tool.UserError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which scenarios run, and with which sizes: {@code --profiles} and {@code --set}, or the gate
 * file.
 */
final class ScenarioSelection {

  /** What {@code --set} can change. */
  static final String FIELDS = String.join(", ", GateFile.SCENARIO_FIELDS) + ", " + LimitKeys.FORMS;

  static final String FIELDS_HELP = " Fields: " + FIELDS + ".";

  private static final String FIRST_TOKEN = Metrics.P95_FIRST_TOKEN.limitField();

  /** Without which there is no scenario beside the presets. */
  private static final List<String> OWN_FIELDS =
      List.of(
          "requests",
          "concurrency",
          Metrics.SUCCESS_RATE.limitField(),
          Metrics.P95_TOTAL.limitField(),
          FIRST_TOKEN);

  private static final long LEAST_USUAL_TIMEOUT = 30_000;

  /** A chat is given up no sooner than this many times the limit on its total time. */
  private static final long TIMEOUT_OF_LIMIT = 4;

  private ScenarioSelection() {}

  static List<Scenario> resolve(GivenSettings given) {
    Map<String, Map<String, Given>> custom = new LinkedHashMap<>();
    given.gate().ifPresent(gate -> addFile(custom, gate));
    List<String> known = known(given);
    given.get(Setting.SET).ifPresent(set -> addSet(custom, set, known));
    boolean isOnGenerated = isOnGenerated(given);
    Double level = given.get(Setting.CONFIDENCE).map(ScenarioSelection::level).orElse(null);
    List<Scenario> scenarios = new ArrayList<>();
    for (String name : selected(given, known)) {
      Scenario sized = scenario(name, custom.getOrDefault(name, Map.of()), given);
      Thresholds limits = sized.thresholds().provenAt(level);
      scenarios.add(sized.with(isOnGenerated ? limits.onGenerated() : limits));
    }
    return scenarios;
  }

  private static Double level(Given given) {
    if (!given.value().matches("0?\\.[5-9][0-9]{0,5}")) {
      throw UserError.usage(
          given.origin() + " is no level of confidence", "Use 0.5 to 0.999999, such as 0.95.");
    }
    return Double.valueOf(given.value());
  }

  private static boolean isOnGenerated(GivenSettings given) {
    return switch (given.text(Setting.FIRST_TOKEN)) {
      case "visible" -> false;
      case "generated" -> true;
      default ->
          throw UserError.usage(
              given.get(Setting.FIRST_TOKEN).orElseThrow().origin() + " is no first token",
              "Use visible or generated.");
    };
  }

  /** What is said of all scenarios, then what is said of one. */
  private static void addFile(Map<String, Map<String, Given>> custom, GateSettings gate) {
    Stream.concat(PresetSet.CURRENT.names().stream(), gate.file().scenarios().keySet().stream())
        .distinct()
        .forEach(
            scenario ->
                gate.file()
                    .limits()
                    .forEach((field, value) -> put(custom, scenario, field, gate.given(value))));
    gate.file()
        .scenarios()
        .forEach(
            (scenario, fields) ->
                fields.forEach((field, value) -> put(custom, scenario, field, gate.given(value))));
  }

  private static void put(
      Map<String, Map<String, Given>> custom, String scenario, String field, Given value) {
    Map<String, Given> fields = custom.computeIfAbsent(scenario, key -> new LinkedHashMap<>());
    LimitFields.otherName(field).ifPresent(fields::remove);
    fields.put(field, value);
  }

  /** Names of all that there are: in the order of the gate file if it has its own, then presets. */
  private static List<String> known(GivenSettings given) {
    return Stream.concat(ofFile(given).stream(), PresetSet.CURRENT.names().stream())
        .distinct()
        .toList();
  }

  /** What the gate file names, if it has scenarios of its own. */
  private static List<String> ofFile(GivenSettings given) {
    List<String> named =
        given.gate().map(gate -> List.copyOf(gate.file().scenarios().keySet())).orElse(List.of());
    return PresetSet.CURRENT.names().containsAll(named) ? List.of() : named;
  }

  private static List<String> selected(GivenSettings given, List<String> known) {
    Optional<Given> profiles = given.get(Setting.PROFILES);
    if (profiles.isEmpty()) {
      List<String> named = ofFile(given);
      return named.isEmpty() ? known : named;
    }
    List<String> wanted = List.of(profiles.get().value().split(",", -1));
    for (int i = 0; i < wanted.size(); i++) {
      requireKnown(part(i, wanted, profiles.get()), wanted.get(i).strip(), known);
    }
    List<String> names = wanted.stream().map(String::strip).toList();
    return known.stream().filter(names::contains).toList();
  }

  /** Which one of several, without repeating it: it can be a secret in the wrong place. */
  private static String part(int index, List<String> all, Given given) {
    return all.size() == 1
        ? given.origin()
        : given.origin() + ", part " + (index + 1) + " of " + all.size();
  }

  private static void requireKnown(String origin, String name, List<String> known) {
    if (!known.contains(name)) {
      throw UserError.usage(
          origin + " names no scenario that there is",
          "Use one or more of " + String.join(", ", known) + ".");
    }
  }

  /** {@code stress.requests=600,smoke.timeoutMs=5000} by scenario and field. */
  private static void addSet(
      Map<String, Map<String, Given>> custom, Given given, List<String> known) {
    List<String> parts = List.of(given.value().split(",", -1));
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      String where = part(i, parts, given);
      int dot = part.indexOf('.');
      int equals = part.indexOf('=');
      if (dot < 1 || equals < dot + 2 || equals == part.length() - 1) {
        throw UserError.usage(
            where + " is not of the form SCENARIO.FIELD=VALUE",
            "Use SCENARIO.FIELD=VALUE, with one of the fields " + FIELDS + ".");
      }
      String scenario = part.substring(0, dot).strip();
      requireKnown(where, scenario, known);
      String field = part.substring(dot + 1, equals).strip();
      if (!GateFile.isField(field)) {
        throw UserError.usage(
            where + " names a field that no scenario has",
            field.contains(".") ? LimitKeys.hint(field) : "Use one of " + FIELDS + ".");
      }
      String value = part.substring(equals + 1).strip();
      put(
          custom,
          scenario,
          field,
          new Given(value, given.origin() + ": " + scenario, given.source()));
    }
  }

  private static Scenario scenario(String name, Map<String, Given> fields, GivenSettings given) {
    Optional<Scenario> preset = Scenario.preset(name);
    try {
      return preset.isPresent() ? customized(preset.get(), fields) : own(name, fields);
    } catch (MissingField e) {
      String origin = given.gate().orElseThrow().file().scenarioOrigin(name);
      List<String> near = Spelling.near(name, PresetSet.CURRENT.names());
      throw UserError.usage(
          origin + ": " + e.getMessage() + " is missing",
          (near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ")
              + "A scenario that is no preset needs "
              + String.join(", ", OWN_FIELDS)
              + ".");
    } catch (IllegalArgumentException e) {
      throw UserError.usage(said(fields, e.getMessage()), "Correct that value.");
    }
  }

  /** A scenario that is none of the presets: nothing of what it is held against is assumed. */
  private static Scenario own(String name, Map<String, Given> fields) {
    for (String field : OWN_FIELDS) {
      boolean isThere =
          fields.containsKey(field)
              || LimitFields.otherName(field).filter(fields::containsKey).isPresent()
              || field.equals(FIRST_TOKEN) && isFirstGenerated(fields);
      if (!isThere) {
        throw new MissingField(field);
      }
    }
    Thresholds limits = LimitFields.of(texts(fields));
    long usualTimeout =
        Math.max(
            LEAST_USUAL_TIMEOUT,
            limits.limit(Metrics.P95_TOTAL).orElseThrow().longValue() * TIMEOUT_OF_LIMIT);
    return new Scenario(
        name,
        integer(fields, "requests", 0),
        integer(fields, "concurrency", 0),
        Duration.ofMillis(
            fields.containsKey("timeoutMs") ? integer(fields, "timeoutMs", 0) : usualTimeout),
        limits,
        ramp(integer(fields, "rampMs", (int) Scenario.RAMP.toMillis())));
  }

  private static boolean isFirstGenerated(Map<String, Given> fields) {
    return fields.containsKey(Metrics.P95_FIRST_GENERATED.limitField())
        || fields.containsKey(Metrics.P95_FIRST_GENERATED.key());
  }

  private static Scenario customized(Scenario preset, Map<String, Given> fields) {
    int requests = integer(fields, "requests", preset.requests());
    return new Scenario(
        preset.name(),
        requests,
        integer(fields, "concurrency", Math.min(preset.concurrency(), Math.max(1, requests))),
        Duration.ofMillis(
            integer(fields, "timeoutMs", Math.toIntExact(preset.timeLimit().toMillis()))),
        LimitFields.of(preset.thresholds(), texts(fields)),
        ramp(integer(fields, "rampMs", (int) preset.ramp().toMillis())));
  }

  /** A file's origin ends with a part of the field's name that stands there. */
  private static String said(Map<String, Given> fields, String message) {
    String origin = origin(fields, message);
    String field = message.split(" ", 2)[0];
    return field.contains(".") && origin.endsWith("." + field)
        ? origin + message.substring(field.length())
        : origin + ": " + message;
  }

  /** Where the value came from that a message is about: messages begin with the field. */
  private static String origin(Map<String, Given> fields, String message) {
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
          "rampMs must be whole seconds, 0 or 1000 or 2000 …, was " + millis);
    }
    return ramp;
  }

  private static Map<String, String> texts(Map<String, Given> fields) {
    Map<String, String> values = new LinkedHashMap<>();
    fields.forEach((field, given) -> values.put(field, given.value()));
    return values;
  }

  private static int integer(Map<String, Given> fields, String field, int preset) {
    Given value = fields.get(field);
    try {
      return value == null ? preset : Integer.parseInt(value.value());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(field + " must be a whole number", e);
    }
  }

  /** Its message is the name of the field. */
  private static final class MissingField extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MissingField(String field) {
      super(field);
    }
  }
}
