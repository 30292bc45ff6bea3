package chatload.auth;

import chatload.auth.Signing.ChatUser;
import chatload.text.Masked;
import chatload.tool.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Users who take turns, as a file names them. */
public final class UserList {

  /** More than any run has users; the plan names all of them. */
  private static final int MOST = 10_000;

  private UserList() {}

  /**
   * One user a line, with or without a tenant behind a comma.
   *
   * @param file that the text is of, for messages
   * @throws UserError with exit code 2 if it names none, or one twice
   */
  public static List<ChatUser> of(String text, String file) {
    List<ChatUser> users = new ArrayList<>();
    Set<ChatUser> different = new HashSet<>();
    int number = 0;
    for (String line : text.lines().toList()) {
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
    if (users.isEmpty() || users.size() > MOST) {
      throw UserError.usage(
          file + " names " + users.size() + " users", "Name 1 to " + MOST + ", one a line.");
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
