package chatload.protocol.errors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that services have for what goes wrong, and for that nothing did. */
final class ErrorWords {

  /**
   * No word that decides anything is as long. Texts have millions of characters at times, and are
   * read on an event loop: of a longer one, only the end can say what it is.
   */
  private static final int LONGEST = 64;

  private static final String FAILURES =
      "error|errored|exception|failed|failure|fail|fatal|panic|crashed|abort|aborted"
          + "|cancelled|canceled|timeout|timed_?out";

  /** {@code error}, {@code RUN_ERROR}, {@code chat.failed}, {@code StreamException}. */
  private static final Pattern FAILURE =
      Pattern.compile(
          "(.*[._:/-])?(?i:"
              + FAILURES
              + ")|.*(Errored|Error|Exception|Failed|Failure|Aborted|Cancelled|Canceled|Timeout)",
          Pattern.DOTALL);

  private static final Pattern ERROR =
      Pattern.compile("(.*[._:/-])?(?i:error)|.*Error", Pattern.DOTALL);

  private static final Pattern NO_FAILURE =
      Pattern.compile(
          "(?i)(.*[._:/-])?(no|not|non|without)[._:/-]?(" + FAILURES + ")", Pattern.DOTALL);

  private static final Pattern CUT_NAME =
      Pattern.compile("(?i)(.*[._:/-])?(incomplete|truncated)", Pattern.DOTALL);

  /** Members that are there to tell an error, without {@code _} and in small letters. */
  private static final Pattern ERROR_MEMBER =
      Pattern.compile(
          "(chat|model|upstream|stream|server|internal|service|provider|llm|api|run|request"
              + "|response|generation)?"
              + "(errors?|err|exceptions?|failure|stacktrace|traceback"
              + "|(error|err|exception|failure)"
              + "(message|msg|text|code|details?|description|info|reason|type|name|kind|id))");

  private static final Pattern NOTHING =
      Pattern.compile(
          "(?i)(|null|nil|undefined|none|no|false|ok|okay|success|successful|n/?a|-|200"
              + "|0+(\\.0+)?|no[ _-]?errors?)");

  /** Of a state, or as the reason why a reply ended, beside {@link #isFailure}. */
  private static final Set<String> BAD_ENDS =
      Set.of(
          "timed out",
          "content_filter",
          "content-filter",
          "contentfilter",
          "safety",
          "refusal",
          "refused",
          "blocked",
          "rejected",
          "unavailable",
          "overloaded",
          "interrupted",
          "killed");

  private static final Set<String> CUTS =
      Set.of(
          "length",
          "maxtokens",
          "maxoutputtokens",
          "maxcompletiontokens",
          "modellength",
          "tokenlimit",
          "modelcontextwindowexceeded",
          "incomplete",
          "truncated");

  private ErrorWords() {}

  /**
   * Of a member, without what distinguishes {@code error_code} from {@code errorCode}; of a long
   * one the beginning.
   */
  static String plain(String member) {
    StringBuilder plain = new StringBuilder(Math.min(LONGEST, member.length()));
    for (int i = 0; i < member.length() && plain.length() < LONGEST; i++) {
      char c = member.charAt(i);
      if (c != '_' && c != '-' && c != ' ') {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }

  /** A name without blanks around it; of a long one the end, which is not a word of its own. */
  static String end(String name) {
    String word = name.strip();
    return word.substring(Math.max(0, word.length() - LONGEST));
  }

  /** Whether something of that name, kind or state is a failure. */
  static boolean isFailure(String name) {
    String word = end(name);
    return FAILURE.matcher(word).matches() && !NO_FAILURE.matcher(word).matches();
  }

  /** Whether something of that name is called an error, in that very word. */
  static boolean isError(String name) {
    return ERROR.matcher(end(name)).matches() && isFailure(name);
  }

  static boolean isCutShort(String name) {
    return CUT_NAME.matcher(end(name)).matches();
  }

  /**
   * @param member as {@link #plain}
   */
  static boolean isErrorMember(String member) {
    return ERROR_MEMBER.matcher(member).matches();
  }

  /** Whether a state, or the reason of an end, is one of a failure. */
  static boolean isBadEnd(String state) {
    return BAD_ENDS.contains(end(state).toLowerCase(Locale.ROOT)) || isFailure(state);
  }

  /** Whether the reason why a reply ended is that it became too long, or another cut. */
  static boolean isCut(String reason) {
    return CUTS.contains(plain(reason.strip()));
  }

  /** 400 to 599, as a number or as text. */
  static boolean isHttpFailure(JsonNode code) {
    return code.asText().strip().matches("[45]\\d\\d");
  }

  /** Of an {@code error}: nothing is wrong. An object or an array in which everything is that. */
  static boolean isNothing(JsonNode value) {
    if (value.isValueNode()) {
      return NOTHING.matcher(value.asText().strip()).matches();
    }
    for (JsonNode inner : value) {
      if (!isNothing(inner)) {
        return false;
      }
    }
    return true;
  }

  static boolean isTrue(JsonNode flag) {
    return flag.asText().strip().matches("(?i)true|yes");
  }

  static boolean isFalse(JsonNode flag) {
    return flag.asText().strip().matches("(?i)false|no");
  }
}
