package chatload.conversation;

import chatload.tool.UserError;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one turn; numbers may also be written as text, as CSV has them. */
final class TurnReader {

  static final List<String> FIELDS =
      List.of("message", "thinkMs", "contains", "not", "matches", "minChars", "maxChars");

  private TurnReader() {}

  static Turn read(JsonNode json, int line) {
    if (!json.isObject()) {
      throw error(line, "is no turn", "Give an object with a message.");
    }
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      if (!FIELDS.contains(names.next())) {
        throw error(
            line, "has a field that is not known", "Accepted: " + String.join(", ", FIELDS) + ".");
      }
    }
    String message = json.path("message").asText("");
    if (!json.path("message").isTextual() || message.isBlank()) {
      throw error(line, "has no message", "Give a message, what its user says.");
    }
    Expected expected =
        new Expected(
            texts(json, "contains", line),
            texts(json, "not", line),
            texts(json, "matches", line).stream().map(text -> pattern(text, line)).toList(),
            (int) number(json, "minChars", line, 0, Integer.MAX_VALUE),
            (int) number(json, "maxChars", line, Integer.MAX_VALUE, Integer.MAX_VALUE));
    if (expected.minChars() > expected.maxChars()) {
      throw error(line, "expects more than it allows", "Make minChars no more than maxChars.");
    }
    return new Turn(message, number(json, "thinkMs", line, 0, Turn.MOST_THINK_MS), expected);
  }

  private static List<String> texts(JsonNode json, String field, int line) {
    JsonNode given = json.path(field);
    List<JsonNode> each = new ArrayList<>();
    if (given.isArray() && !given.isEmpty()) {
      given.forEach(each::add);
    } else if (!given.isMissingNode()) {
      each.add(given);
    }
    if (!each.stream().allMatch(one -> one.isTextual() && !one.textValue().isEmpty())) {
      throw error(line, "has no text in " + field, "Give a text, or a list of texts.");
    }
    return each.stream().map(JsonNode::textValue).toList();
  }

  private static Pattern pattern(String text, int line) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw error(
          line, "has no regular expression in matches: " + e.getDescription(), "Correct it.");
    }
  }

  private static long number(JsonNode json, String field, int line, long otherwise, long most) {
    JsonNode given = json.path(field);
    if (given.isMissingNode()) {
      return otherwise;
    }
    if (given.asText().matches("\\d{1,10}") && Long.parseLong(given.asText()) <= most) {
      return Long.parseLong(given.asText());
    }
    throw error(
        line, "has no such number in " + field, "Give a whole number from 0 to " + most + ".");
  }

  static Mistake error(int line, String what, String hint) {
    return new Mistake(line, what, hint);
  }

  /** What is wrong with a line. */
  static final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int line;
    private final String hint;

    private Mistake(int line, String what, String hint) {
      super(what);
      this.line = line;
      this.hint = hint;
    }

    /**
     * @param file its name
     * @param origin what named the file
     */
    UserError in(String file, String origin) {
      return UserError.usage(origin + ": line " + line + " of " + file + " " + getMessage(), hint);
    }
  }
}
