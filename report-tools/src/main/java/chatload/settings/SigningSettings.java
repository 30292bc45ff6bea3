package chatload.settings;

import chatload.auth.Signing;
import chatload.auth.Signing.ChatUser;
import chatload.auth.SigningAlgorithm;
import chatload.settings.GivenSettings.Given;
import chatload.text.Masked;
import chatload.tool.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How tokens are signed, for whom, and what else they say. */
final class SigningSettings {

  /** More than any run has users; the plan names all of them. */
  private static final int MOST_USERS = 10_000;

  private SigningSettings() {}

  static Signing resolve(GivenSettings given) {
    return new Signing(
        algorithm(given),
        given.flag(Setting.SECRET_BASE64),
        given.get(Setting.JWT_KEY_ID).map(Given::value).orElse(null),
        given.get(Setting.CLAIMS_FILE).map(SigningSettings::claims).orElse(null),
        given.get(Setting.USERS).map(SigningSettings::users).orElse(List.of()));
  }

  private static SigningAlgorithm algorithm(GivenSettings given) {
    try {
      return SigningAlgorithm.valueOf(given.text(Setting.JWT_ALGORITHM).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw UserError.usage(
          given.get(Setting.JWT_ALGORITHM).orElseThrow().origin() + " is no such algorithm",
          "Accepted: " + SigningAlgorithm.names() + ".");
    }
  }

  private static String claims(Given given) {
    return SettingFile.read(given, "the claims");
  }

  /** One user a line, with or without a tenant behind a comma. */
  private static List<ChatUser> users(Given given) {
    String file = "the file that " + given.origin() + " names";
    List<ChatUser> users = new ArrayList<>();
    Set<ChatUser> different = new HashSet<>();
    int number = 0;
    for (String line : SettingFile.read(given, "the users").lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      ChatUser user = user(line);
      if (user.userId().isEmpty() || !Masked.of(line).equals(line)) {
        throw UserError.usage(
            "line " + number + " of " + file + " has no user, or looks like a credential",
            "Write USER or USER,TENANT; all of it will stand in the evidence.");
      }
      if (!different.add(user)) {
        throw UserError.usage(
            "line " + number + " of " + file + " names a user for the second time",
            "Name each once; they take turns.");
      }
      users.add(user);
    }
    if (users.isEmpty() || users.size() > MOST_USERS) {
      throw UserError.usage(
          file + " names " + users.size() + " users", "Name 1 to " + MOST_USERS + ", one a line.");
    }
    return users;
  }

  private static ChatUser user(String line) {
    int comma = line.indexOf(',');
    return comma < 0
        ? new ChatUser(line.strip(), null)
        : new ChatUser(line.substring(0, comma).strip(), line.substring(comma + 1).strip());
  }
}
