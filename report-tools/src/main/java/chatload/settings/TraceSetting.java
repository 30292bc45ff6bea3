package chatload.settings;

import chatload.reach.UrlCheck;
import chatload.run.TraceUrl;
import chatload.settings.GivenSettings.Given;
import chatload.text.Masked;
import chatload.text.Visible;
import chatload.tool.UserError;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a chat's trace is found: {@code --trace-url}. */
final class TraceSetting {

  private static final String HINT =
      "Use the address of a trace with "
          + TraceUrl.GAP
          + ", such as https://apm.example/trace/"
          + TraceUrl.GAP
          + ".";

  private static final Pattern PARTS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://[^/?#\\\\]*)(.*)", Pattern.DOTALL);

  private static final Pattern HALF_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** Beside letters and digits: what stays as it is. */
  private static final String SAFE = "-._~:/?#@!$&+,=%";

  private final Given given;

  private TraceSetting(Given given) {
    this.given = given;
  }

  static Optional<TraceUrl> resolve(GivenSettings given) {
    return given.get(Setting.TRACE_URL).map(one -> new TraceSetting(one).parse());
  }

  private TraceUrl parse() {
    String text = given.value();
    if (!text.contains(TraceUrl.GAP)) {
      throw unusable("has no " + TraceUrl.GAP);
    }
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw unusable("must begin with http:// or https://");
    }
    if (parts.group(1).contains(TraceUrl.GAP)) {
      throw unusable("has " + TraceUrl.GAP + " in its host, and can have it after that only");
    }
    String rest = parts.group(2);
    if (!rest.codePoints().allMatch(Visible::isVisible)) {
      throw unusable("contains a blank, or a character that can't be seen");
    }
    if (HALF_ESCAPE.matcher(rest).find()) {
      throw unusable("has a percent sign without two hexadecimal digits after it");
    }
    String others = rest.replace(TraceUrl.GAP, "");
    if (others.contains("{") || others.contains("}")) {
      throw unusable("has braces beside " + TraceUrl.GAP + "; others are written %7B and %7D");
    }
    String template = server(parts.group(1)) + encoded(rest);
    if (!Masked.of(text).equals(text)) {
      throw UserError.usage(
          given.origin() + " holds what looks like a credential, and it stands in the documents",
          "Leave it out: who opens the link signs in there.");
    }
    if (template.length() > TraceUrl.LONGEST) {
      throw unusable("has more than " + TraceUrl.LONGEST + " characters");
    }
    return new TraceUrl(template);
  }

  /** Scheme, host and port, checked as those of the service are. */
  private String server(String text) {
    try {
      String url = UrlCheck.parse(given.origin(), text + "/path").toString();
      return url.substring(0, url.length() - "/path".length());
    } catch (UserError e) {
      throw UserError.usage(e.getMessage(), HINT);
    }
  }

  /** What has a meaning in Markdown or HTML, and all beyond ASCII, in hexadecimal. */
  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (String part : text.split("(?=\\{traceId})|(?<=\\{traceId})")) {
      if (part.equals(TraceUrl.GAP)) {
        encoded.append(part);
        continue;
      }
      for (byte octet : part.getBytes(StandardCharsets.UTF_8)) {
        char c = (char) (octet & 0xff);
        boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || SAFE.indexOf(c) >= 0);
        encoded.append(isPlain ? c : String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }

  private UserError unusable(String why) {
    return UserError.usage(given.origin() + " " + why, HINT);
  }
}
