package chatload.settings;

import chatload.text.Visible;
import chatload.tool.UserError;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What the user gave, by precedence, still as text; remembers where each value came from. No
 * message repeats a value: it can be a secret that was given to the wrong option.
 */
final class GivenSettings {

  /** A value and the name under which the user gave it. */
  record Given(String value, String origin, Source source) {}

  /** Where values come from, the strongest first. */
  enum Source {
    FLAG,
    PROPERTY,
    VARIABLE,
    GATE_FILE;

    /** Whether it was given for this command and no other. */
    boolean isOnPurpose() {
      return this == FLAG || this == PROPERTY;
    }
  }

  private final Map<Setting, Given> values = new EnumMap<>(Setting.class);
  private final Map<String, String> environment;
  private final Optional<GateSettings> gate;

  /** What the gate file says of these does not count. */
  private final Set<Setting> ignored = EnumSet.noneOf(Setting.class);

  GivenSettings(
      Map<Setting, String> flags, Properties properties, Map<String, String> environment) {
    this.environment = environment;
    for (Setting setting : Setting.values()) {
      String flag = flags.get(setting);
      String property =
          setting.property() == null ? null : properties.getProperty(setting.property());
      String variable = environment.get(setting.variable());
      if (flag != null) {
        values.put(setting, new Given(flag, setting.flag(), Source.FLAG));
      } else if (property != null && !property.isEmpty()) {
        values.put(setting, new Given(property, "-D" + setting.property(), Source.PROPERTY));
      } else if (variable != null && !variable.isEmpty()) {
        values.put(setting, new Given(variable, setting.variable(), Source.VARIABLE));
      }
    }
    values.values().forEach(GivenSettings::requireText);
    gate = GateSettings.find(Optional.ofNullable(values.get(Setting.FILE)), environment);
  }

  private GivenSettings(GivenSettings other) {
    this.values.putAll(other.values);
    this.environment = other.environment;
    this.gate = other.gate;
    this.ignored.addAll(other.ignored);
  }

  /** The same with another value for a setting that has a flag. */
  GivenSettings with(Setting setting, String value) {
    GivenSettings changed = new GivenSettings(this);
    changed.values.put(setting, new Given(value, setting.flag(), Source.FLAG));
    return changed;
  }

  /** The same as if that had not been given. */
  GivenSettings without(Setting setting) {
    GivenSettings changed = new GivenSettings(this);
    changed.values.remove(setting);
    changed.ignored.add(setting);
    return changed;
  }

  /** What is no text would be sent as something else. */
  private static void requireText(Given given) {
    String text = given.value();
    if (text.chars().anyMatch(c -> c == 0 || c == 0xfffd)
        || text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw UserError.usage(
          given.origin() + " contains a NUL or a broken character, so it is no text",
          "Give it as UTF-8 text.");
    }
  }

  Optional<Given> get(Setting setting) {
    if (!values.containsKey(setting) && !ignored.contains(setting)) {
      gate.flatMap(file -> file.given(setting)).ifPresent(given -> keep(setting, given));
    }
    return Optional.ofNullable(values.get(setting));
  }

  /** All of it, for names that are others' to choose. */
  Map<String, String> environment() {
    return environment;
  }

  /** An environment variable that is no setting, but is asked for by name. */
  Optional<Given> variable(String name) {
    Optional<Given> found =
        Optional.ofNullable(environment.get(name))
            .map(value -> new Given(value, name, Source.VARIABLE));
    found.ifPresent(GivenSettings::requireText);
    return found;
  }

  /** Where its value comes from, without asking for it; empty if none was given. */
  Optional<Source> source(Setting setting) {
    Optional<Source> inFile =
        gate.filter(file -> file.says(setting) && !ignored.contains(setting))
            .map(file -> Source.GATE_FILE);
    return Optional.ofNullable(values.get(setting)).map(Given::source).or(() -> inFile);
  }

  /** Not asked for again: the file that it stands in could be a pipe. */
  private void keep(Setting setting, Given given) {
    requireText(given);
    values.put(setting, given);
  }

  /** The gate file, if there is one. */
  Optional<GateSettings> gate() {
    return gate;
  }

  /** The text, or the default. */
  String text(Setting setting) {
    return get(setting).map(Given::value).or(setting::byDefault).orElseThrow();
  }

  /**
   * The text, or the default.
   *
   * @throws UserError with exit code 2 if it was given and is blank
   */
  String filledText(Setting setting) {
    String value = text(setting);
    if (!Visible.isVisible(value)) {
      throw UserError.usage(
          get(setting).orElseThrow().origin() + " is empty",
          "Give it a value, or leave it out for the default \""
              + setting.byDefault().orElseThrow()
              + "\".");
    }
    return value;
  }

  /**
   * A whole number in the setting's range, or the default.
   *
   * @throws UserError with exit code 2 for anything else
   */
  long number(Setting setting) {
    try {
      long value = Long.parseLong(text(setting));
      if (value >= setting.least() && value <= setting.most()) {
        return value;
      }
    } catch (NumberFormatException e) {
      // answered below, together with numbers out of range
    }
    throw UserError.usage(
        get(setting).orElseThrow().origin()
            + " is no whole number from "
            + setting.least()
            + " to "
            + setting.most(),
        "Correct it, or leave it out for the default " + setting.byDefault().orElseThrow() + ".");
  }

  /**
   * True for {@code true}, false for {@code false} or nothing.
   *
   * @throws UserError with exit code 2 for anything else
   */
  boolean flag(Setting setting) {
    Optional<Given> given = get(setting);
    if (given.isEmpty()) {
      return false;
    }
    return switch (given.get().value()) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw UserError.usage(
              given.get().origin() + " is neither true nor false", "Use true or false.");
    };
  }
}
