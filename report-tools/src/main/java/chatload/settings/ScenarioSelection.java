package chatload.settings;

import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.metric.Thresholds;
import chatload.run.Scenario;
import chatload.settings.GivenSettings.Given;
import chatload.tool.UserError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which scenarios run, and with which sizes: {@code --profiles} and {@code --set}. */
final class ScenarioSelection {

  /** What {@code --set} can change: sizes, times and the limit of every metric. */
  static final String FIELDS =
      Stream.concat(
              Stream.of("requests", "concurrency", "rampMs", "timeoutMs"),
              Metrics.ALL.stream().map(Metric::limitField))
          .collect(Collectors.joining(", "));

  private ScenarioSelection() {}

  static List<Scenario> resolve(GivenSettings given) {
    Map<String, Map<String, String>> custom =
        given.get(Setting.SET).map(ScenarioSelection::parse).orElse(Map.of());
    boolean isOnGenerated = isOnGenerated(given);
    List<Scenario> scenarios = new ArrayList<>();
    for (Scenario preset : selected(given.get(Setting.PROFILES))) {
      Map<String, String> fields = custom.get(preset.name());
      Scenario sized =
          fields == null
              ? preset
              : customized(preset, fields, given.get(Setting.SET).orElseThrow().origin());
      scenarios.add(isOnGenerated ? sized.with(sized.thresholds().onGenerated()) : sized);
    }
    return scenarios;
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
  private static Map<String, Map<String, String>> parse(Given given) {
    Map<String, Map<String, String>> custom = new LinkedHashMap<>();
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
      if (!List.of(FIELDS.split(", ")).contains(field)) {
        throw UserError.usage(
            where + " names a field that no scenario has", "Use one of " + FIELDS + ".");
      }
      custom
          .computeIfAbsent(scenario, key -> new LinkedHashMap<>())
          .put(field, part.substring(equals + 1).strip());
    }
    return custom;
  }

  private static Scenario customized(Scenario preset, Map<String, String> fields, String origin) {
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
      throw UserError.usage(
          origin + ": " + preset.name() + ": " + e.getMessage(), "Correct that value.");
    }
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

  private static Thresholds limits(Thresholds preset, Map<String, String> fields) {
    Map<Metric, Double> limits = new LinkedHashMap<>(preset.limits());
    for (Metric metric : Metrics.ALL) {
      String value = fields.get(metric.limitField());
      if (value != null) {
        limits.put(metric, decimal(metric.limitField(), value));
      }
    }
    return new Thresholds(limits);
  }

  private static int integer(Map<String, String> fields, String field, int preset) {
    String value = fields.get(field);
    try {
      return value == null ? preset : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(field + " must be a whole number", e);
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
