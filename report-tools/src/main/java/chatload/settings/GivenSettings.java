package chatload.settings;

import chatload.text.Visible;
import chatload.tool.UserError;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the user gave, by precedence, still as text; remembers where each value came from. No
 * message repeats a value: it can be a secret that was given to the wrong option.
 */
final class GivenSettings {

  /** A value and the name under which the user gave it. */
  record Given(String value, String origin) {

    /** Whether it came in as an environment variable. */
    boolean isVariable() {
      return !origin.startsWith("-");
    }
  }

  private final Map<Setting, Given> values = new EnumMap<>(Setting.class);
  private final Map<String, String> environment;

  GivenSettings(
      Map<Setting, String> flags, Properties properties, Map<String, String> environment) {
    this.environment = environment;
    for (Setting setting : Setting.values()) {
      String flag = flags.get(setting);
      String property =
          setting.property() == null ? null : properties.getProperty(setting.property());
      String variable = environment.get(setting.variable());
      if (flag != null) {
        values.put(setting, new Given(flag, setting.flag()));
      } else if (property != null && !property.isEmpty()) {
        values.put(setting, new Given(property, "-D" + setting.property()));
      } else if (variable != null && !variable.isEmpty()) {
        values.put(setting, new Given(variable, setting.variable()));
      }
    }
    values.values().forEach(GivenSettings::requireText);
  }

  private GivenSettings(GivenSettings other) {
    this.values.putAll(other.values);
    this.environment = other.environment;
  }

  /** The same with another value for a setting that has a flag. */
  GivenSettings with(Setting setting, String value) {
    GivenSettings changed = new GivenSettings(this);
    changed.values.put(setting, new Given(value, setting.flag()));
    return changed;
  }

  /** The same as if that had not been given. */
  GivenSettings without(Setting setting) {
    GivenSettings changed = new GivenSettings(this);
    changed.values.remove(setting);
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
    return Optional.ofNullable(values.get(setting));
  }

  /** An environment variable that is no setting, but is asked for by name. */
  Optional<Given> variable(String name) {
    Optional<Given> found =
        Optional.ofNullable(environment.get(name)).map(value -> new Given(value, name));
    found.ifPresent(GivenSettings::requireText);
    return found;
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
    Given given = values.get(setting);
    if (given == null) {
      return false;
    }
    return switch (given.value()) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw UserError.usage(
              given.origin() + " is neither true nor false", "Use true or false.");
    };
  }
}
