package chatload.settings;

import chatload.gate.GateFile;
import chatload.gate.LimitKeys;
import chatload.metric.LimitFields;
import chatload.metric.Thresholds;
import chatload.run.Scenario;
import chatload.settings.GivenSettings.Given;
import chatload.tool.UserError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which scenarios run, and with which sizes: {@code --profiles} and {@code --set}, or the gate
 * file.
 */
final class ScenarioSelection {

  /** What {@code --set} can change. */
  static final String FIELDS = String.join(", ", GateFile.SCENARIO_FIELDS) + ", " + LimitKeys.FORMS;

  static final String FIELDS_HELP = " Fields: " + FIELDS + ".";

  private ScenarioSelection() {}

  static List<Scenario> resolve(GivenSettings given) {
    Map<String, Map<String, Given>> custom = new LinkedHashMap<>();
    given.gate().ifPresent(gate -> addFile(custom, gate));
    given.get(Setting.SET).ifPresent(set -> addSet(custom, set));
    boolean isOnGenerated = isOnGenerated(given);
    Double level = given.get(Setting.CONFIDENCE).map(ScenarioSelection::level).orElse(null);
    List<Scenario> scenarios = new ArrayList<>();
    for (Scenario preset : selected(given.get(Setting.PROFILES))) {
      Map<String, Given> fields = custom.get(preset.name());
      Scenario sized = fields == null ? preset : customized(preset, fields);
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
    for (Scenario preset : Scenario.PRESETS) {
      gate.file()
          .limits()
          .forEach((field, value) -> put(custom, preset.name(), field, gate.given(value)));
    }
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

  private static List<Scenario> selected(Optional<Given> profiles) {
    if (profiles.isEmpty()) {
      return Scenario.PRESETS;
    }
    List<String> wanted = List.of(profiles.get().value().split(",", -1));
    for (int i = 0; i < wanted.size(); i++) {
      requirePreset(part(i, wanted, profiles.get()), wanted.get(i).strip());
    }
    List<String> names = wanted.stream().map(String::strip).toList();
    return Scenario.PRESETS.stream().filter(preset -> names.contains(preset.name())).toList();
  }

  /** Which one of several, without repeating it: it can be a secret in the wrong place. */
  private static String part(int index, List<String> all, Given given) {
    return all.size() == 1
        ? given.origin()
        : given.origin() + ", part " + (index + 1) + " of " + all.size();
  }

  private static void requirePreset(String origin, String name) {
    if (Scenario.preset(name).isEmpty()) {
      String known =
          Scenario.PRESETS.stream().map(Scenario::name).collect(Collectors.joining(", "));
      throw UserError.usage(
          origin + " names no scenario that there is", "Use one or more of " + known + ".");
    }
  }

  /** {@code stress.requests=600,smoke.timeoutMs=5000} by scenario and field. */
  private static void addSet(Map<String, Map<String, Given>> custom, Given given) {
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
      requirePreset(where, scenario);
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

  private static Scenario customized(Scenario preset, Map<String, Given> fields) {
    try {
      int requests = integer(fields, "requests", preset.requests());
      return new Scenario(
          preset.name(),
          requests,
          integer(fields, "concurrency", Math.min(preset.concurrency(), Math.max(1, requests))),
          Duration.ofMillis(
              integer(fields, "timeoutMs", Math.toIntExact(preset.timeLimit().toMillis()))),
          limits(preset.thresholds(), fields),
          ramp(integer(fields, "rampMs", (int) preset.ramp().toMillis())));
    } catch (IllegalArgumentException e) {
      throw UserError.usage(said(fields, e.getMessage()), "Correct that value.");
    }
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

  private static Thresholds limits(Thresholds preset, Map<String, Given> fields) {
    Map<String, String> values = new LinkedHashMap<>();
    fields.forEach((field, given) -> values.put(field, given.value()));
    return LimitFields.of(preset, values);
  }

  private static int integer(Map<String, Given> fields, String field, int preset) {
    Given value = fields.get(field);
    try {
      return value == null ? preset : Integer.parseInt(value.value());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(field + " must be a whole number", e);
    }
  }
}
