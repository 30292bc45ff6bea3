package chatload.settings;

import chatload.gate.GateFile;
import chatload.gate.LimitKeys;
import chatload.metric.LimitFields;
import chatload.metric.Thresholds;
import chatload.run.PresetSet;
import chatload.run.Scenario;
import chatload.settings.GivenSettings.Given;
import chatload.text.Spelling;
import chatload.tool.UserError;
import java.util.ArrayList;
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

  static final String FIELDS_HELP = "Fields: " + FIELDS + ".";

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
    ScenarioFields made = new ScenarioFields(name, fields);
    try {
      return made.scenario();
    } catch (ScenarioFields.Missing e) {
      String origin = given.gate().orElseThrow().file().scenarioOrigin(name);
      List<String> near = Spelling.near(name, PresetSet.CURRENT.names());
      throw UserError.usage(
          origin + ": " + e.getMessage() + " is missing",
          (near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ")
              + "A scenario that is no preset needs "
              + ScenarioFields.NEEDED
              + ".");
    } catch (IllegalArgumentException e) {
      throw UserError.usage(made.said(e.getMessage()), "Correct that value.");
    }
  }
}
