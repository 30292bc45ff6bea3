package chatload.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether text that an event holds in place of an object or an array says error. */
public final class ReferenceErrorText {

  private ReferenceErrorText() {}

  /**
   * @param json missing if the text is no JSON
   */
  public static boolean inText(String name, String data, JsonNode json) {
    if (!json.isMissingNode() && !json.isTextual()) {
      return false;
    }
    String text = json.isTextual() ? json.textValue() : data;
    return json.isMissingNode() && isBrokenError(first(data))
        || name.equals("message") && isError(first(text))
        || name.matches("(?is)(.*[._:/-])?stat(us|e)") && ReferenceErrors.isBadEnd(text);
  }

  static boolean isReasonPhrase(String text) {
    return text.matches("(?i)\\s*" + phrase() + "[.!]?\\s*");
  }

  private static String phrase() {
    return "(internal server error|bad gateway|service unavailable|service temporarily unavailable"
        + "|gateway time-?out|too many requests|request time-?out|unauthorized|forbidden)";
  }

  private static boolean isError(String text) {
    String line = text.replaceFirst("^[\\s\\[(*#>]*", "");
    return starts(line, "(?i)HTTP/[0-9.]+\\s+[45][0-9][0-9]\\b")
        || Stream.of("", "error:?\\s*")
            .anyMatch(
                word ->
                    starts(line, "(?i)" + word + phrase() + "\\s*($|[.!:,(-])")
                        || starts(
                            line,
                            "(?i)" + word + "[45][0-9]{2}[\\s:-]+" + phrase() + "\\s*($|[.!:,(-])"))
        || starts(line, "(?i)(error|exception|fatal|failed|failure|panic)\\s*($|[\\]!:.-])")
        || starts(line, "(?i)error\\s+[45][0-9][0-9]\\b")
        || starts(line, "[\\w$.]*(Error|Exception)\\s*($|:)")
        || line.startsWith("Traceback (most recent")
        || line.toLowerCase(Locale.ROOT).startsWith("no healthy upstream")
        || starts(line, "(?i)(upstream (connect|request)|stream) (error|time-?out)");
  }

  private static boolean starts(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).lookingAt();
  }

  private static boolean isBrokenError(String text) {
    return text.matches(
        "(?s)[\\s\\[]*\\{.*\"(?i:error|errors|exception|error_?message|error_?code)\"\\s*:\\s*"
            + "(?!null|false|0\\b|\"\"|\\{\\s*}|\\[\\s*])\\S.*");
  }

  private static String first(String text) {
    return text.length() > 4096 ? text.substring(0, 4096) : text;
  }
}
