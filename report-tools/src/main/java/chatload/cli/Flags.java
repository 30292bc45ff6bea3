package chatload.cli;

import chatload.settings.Setting;
import java.io.PrintWriter;
import java.util.Map;

/** What the options of a command line add up to. */
final class Flags {
  private Flags() {}

  /** Adds a value that was given. */
  static void put(Map<Setting, String> flags, Setting setting, String value) {
    if (value != null) {
      flags.put(setting, value);
    }
  }

  /** Says that a secret among the arguments was not kept from others. */
  static void warnOfSecretArgument(Map<Setting, String> flags, PrintWriter err) {
    if (flags.containsKey(Setting.SECRET)) {
      err.println(
          "warning: --secret can be seen by every user of this machine while the command runs;"
              + " use AUTH_JWT_SECRET or --secret-file");
    }
    if (flags.getOrDefault(Setting.URL, "").matches(".*[?].*=.*")) {
      err.println(
          "warning: the query of --url can be seen by every user of this machine while the command"
              + " runs; if it holds a key, use LOADTEST_URL, or a header in --header-file");
    }
  }
}
