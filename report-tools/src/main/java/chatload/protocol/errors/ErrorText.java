package chatload.protocol.errors;

import java.util.regex.Pattern;

/** Whether text that is no JSON says error in a form that servers and proxies have for it. */
final class ErrorText {

  /** Characters that are looked at. */
  private static final int MOST = 4096;

  private static final String PHRASES =
      "internal server error|bad gateway|service (temporarily )?unavailable|gateway time-?out"
          + "|too many requests|request time-?out|unauthorized|forbidden";

  private static final Pattern REASON_PHRASE =
      Pattern.compile("(" + PHRASES + ")[.!]?", Pattern.CASE_INSENSITIVE);

  private static final Pattern ERROR =
      Pattern.compile(
          "^[\\s\\[(*#>]*(?:"
              + "(?i:HTTP/[\\d.]+\\s+[45]\\d\\d\\b)"
              + "|(?i:(?:error:?\\s*)?(?:[45]\\d\\d[\\s:-]+)?(?:"
              + PHRASES
              + ")\\s*(?:$|[.!:,(-]))"
              + "|(?i:(?:error|exception|fatal|failed|failure|panic)\\s*(?:$|[\\]!:.-]))"
              + "|(?i:error\\s+[45]\\d\\d\\b)"
              + "|[\\w$.]*(?:Error|Exception)\\s*(?:$|:)"
              + "|Traceback \\(most recent"
              + "|(?i:upstream (?:connect|request) (?:error|time-?out)|no healthy upstream"
              + "|stream (?:error|time-?out)))");

  /** A member that tells errors in what looks like JSON, with anything but nothing behind it. */
  private static final Pattern BROKEN =
      Pattern.compile(
          "^[\\s\\[]*\\{.*\"(?i:errors?|exception|error_?(?:message|code))\"\\s*:\\s*"
              + "(?!null|false|0\\b|\"\"|\\{\\s*}|\\[\\s*])\\S",
          Pattern.DOTALL);

  private ErrorText() {}

  /** {@code Internal Server Error}, {@code Error: x}, {@code java.io.IOException: x}. */
  static boolean isError(String text) {
    return ERROR.matcher(beginning(text)).find();
  }

  /** {@code Internal server error} and nothing else. */
  static boolean isReasonPhrase(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return REASON_PHRASE.matcher(text).region(from, to).matches();
  }

  /** What {@code \s} is in an expression. */
  private static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** Whether text that can't be read as JSON looks like an object with an error in it. */
  static boolean isBrokenError(String text) {
    return BROKEN.matcher(beginning(text)).find();
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(MOST, text.length()));
  }
}
