package chatload.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What the user gave, by precedence, still as text; remembers where each value came from. */
final class GivenSettings {

  /** A value and the name under which the user gave it. */
  record Given(String value, String origin) {

    /** Whether it came in as an environment variable. */
    boolean isVariable() {
      return !origin.startsWith("-");
    }
  }

  private final Map<Setting, Given> values = new EnumMap<>(Setting.class);

  GivenSettings(
      Map<Setting, String> flags, Properties properties, Map<String, String> environment) {
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
  }

  Optional<Given> get(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  String text(Setting setting, String byDefault) {
    return get(setting).map(Given::value).orElse(byDefault);
  }

  /** True for {@code true}, false for {@code false} or nothing. */
  boolean flag(Setting setting) {
    Given given = values.get(setting);
    if (given == null) {
      return false;
    }
    return switch (given.value()) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw chatload.UserError.usage(
              given.origin() + " is \"" + given.value() + "\"", "Use true or false.");
    };
  }
}
