package chatload.settings;

import chatload.auth.Credential;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The settings of this process as environment variables for a child process, where nobody else can
 * read them. Credentials travel as their value, whatever way they came in.
 */
public final class ChildEnvironment {
  private ChildEnvironment() {}

  /**
   * The variables to set; every other variable of {@link Setting} must be removed from what the
   * child inherits.
   */
  public static Map<String, String> of(
      Map<Setting, String> flags,
      Properties properties,
      Map<String, String> environment,
      Optional<Credential> credential) {
    GivenSettings given = new GivenSettings(flags, properties, environment);
    Map<String, String> variables = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      if (!isCredential(setting)) {
        given.get(setting).ifPresent(value -> variables.put(setting.variable(), value.value()));
      }
    }
    credential.ifPresent(value -> add(variables, value));
    return variables;
  }

  private static boolean isCredential(Setting setting) {
    return switch (setting) {
      case SECRET, SECRET_FILE, JWT_TOKEN, JWT_TOKEN_FILE -> true;
      default -> false;
    };
  }

  private static void add(Map<String, String> variables, Credential credential) {
    if (credential instanceof Credential.SigningSecret signing) {
      variables.put(Setting.SECRET.variable(), signing.secret().reveal());
    } else if (credential instanceof Credential.ReadyToken ready) {
      variables.put(Setting.JWT_TOKEN.variable(), ready.token().reveal());
    }
  }
}
