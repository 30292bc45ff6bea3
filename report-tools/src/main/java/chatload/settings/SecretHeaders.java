package chatload.settings;

import chatload.auth.HeaderNames;
import chatload.auth.Secret;
import chatload.auth.SecretHeader;
import chatload.settings.GivenSettings.Given;
import chatload.tool.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Secret headers, one {@code name: value} a line, from a file or a variable; never from an
 * argument, which every user of the machine can see. No message repeats a line.
 */
final class SecretHeaders {

  private static final Pattern VALUE = Pattern.compile("[ -~]*[!-~][ -~]*");

  private static final String HINT = "Write one header a line, such as x-api-key: VALUE.";

  private SecretHeaders() {}

  static List<SecretHeader> resolve(GivenSettings given) {
    Optional<Given> file = given.get(Setting.HEADER_FILE);
    Optional<Given> lines = given.get(Setting.HEADERS);
    if (file.isPresent() && lines.isPresent() && file.get().source() == lines.get().source()) {
      throw UserError.usage(
          file.get().origin() + " and " + lines.get().origin() + " are both given",
          "Give the headers in one of them.");
    }
    if (file.isPresent()) {
      return parse(
          SettingFile.read(file.get(), "the headers"),
          "the file that " + file.get().origin() + " names");
    }
    return lines.map(value -> parse(value.value(), value.origin())).orElse(List.of());
  }

  private static List<SecretHeader> parse(String text, String where) {
    List<SecretHeader> headers = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        add(headers, line, "line " + number + " of " + where);
      }
    }
    if (headers.isEmpty()) {
      throw UserError.usage(where + " has no header", HINT);
    }
    return headers;
  }

  private static void add(List<SecretHeader> headers, String line, String where) {
    int colon = line.indexOf(':');
    String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!HeaderNames.isOne(name)) {
      throw UserError.usage(where + " is no header", HINT);
    }
    if (HeaderNames.isOwn(name) || HeaderNames.isOfProtocol(name)) {
      throw UserError.usage(
          where + " sets " + name + ", which the load generator sets itself", "Leave it out.");
    }
    if (headers.stream().anyMatch(header -> header.name().equals(name))) {
      throw UserError.usage(where + " sets a header for the second time", "Give it once.");
    }
    String value = line.substring(colon + 1).strip();
    if (!VALUE.matcher(value).matches()) {
      throw UserError.usage(
          where + " has no value, or characters that no header can carry",
          "Use printable ASCII; encode anything else the way that the service expects.");
    }
    headers.add(new SecretHeader(name, new Secret(value)));
  }
}
