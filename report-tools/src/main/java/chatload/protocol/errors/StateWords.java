package chatload.protocol.errors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a member of an event says of the state of the whole chat. */
final class StateWords {

  private static final Set<String> STATES =
      Set.of("status", "state", "outcome", "result", "runstatus", "finalstatus", "resultstatus");

  private static final Set<String> CODES =
      Set.of("code", "status", "statuscode", "httpstatus", "httpcode", "httpstatuscode");

  private static final Set<String> REASONS =
      Set.of(
          "finishreason",
          "stopreason",
          "donereason",
          "endreason",
          "completionreason",
          "terminationreason");

  private static final Set<String> GOOD =
      Set.of("success", "ok", "succeeded", "successful", "issuccess", "isok");

  private static final Set<String> BAD =
      Set.of(
          "failed",
          "iserror",
          "haserror",
          "haserrors",
          "cancelled",
          "canceled",
          "iscancelled",
          "iscanceled",
          "aborted",
          "isaborted",
          "timedout",
          "timeout",
          "crashed",
          "interrupted");

  private static final Set<String> WHOLE =
      Set.of("complete", "completed", "finished", "iscomplete", "iscompleted", "isfinished");

  private static final Set<String> NOT_WHOLE =
      Set.of("incomplete", "partial", "isincomplete", "ispartial", "incompletedetails");

  /** States of a terminal event; before it, a part of a reply is no more than that. */
  private static final Set<String> UNFINISHED = Set.of("incomplete", "truncated", "partial");

  private static final Set<String> TRUNCATED = Set.of("truncated", "istruncated");

  private static final Set<String> TEXTS = Set.of("message", "detail", "statustext");

  /** As JSON; a service that says anything else of {@code degraded} is degraded. */
  private static final Set<String> NOT_DEGRADED = Set.of("null", "false", "0", "\"\"", "\"false\"");

  private StateWords() {}

  /**
   * Whether what a member of that name says can be of the state of the chat.
   *
   * @param plain as {@link ErrorWords#plain}
   */
  static boolean isAbout(String plain) {
    return plain.equals("degraded")
        || plain.equals("reason")
        || TRUNCATED.contains(plain)
        || Stream.of(STATES, CODES, REASONS, GOOD, BAD, WHOLE, NOT_WHOLE, TEXTS)
            .anyMatch(words -> words.contains(plain));
  }

  /**
   * What one member says; null for nothing.
   *
   * @param plain its name as {@link ErrorWords#plain}
   * @param name as it was sent
   * @param end whether the event is the terminal one
   * @param object that it is in
   */
  static Flaw in(String plain, String name, JsonNode value, boolean end, JsonNode object) {
    if (plain.equals("degraded")) {
      return NOT_DEGRADED.contains(value.toString())
          ? null
          : new Flaw(Flaw.Kind.DEGRADED, said(name, value));
    }
    boolean isMereCode = plain.equals("code") && !end && !hasText(object);
    if (!isMereCode && isFailure(plain, value, end)) {
      JsonNode message = object.path("message");
      String more = message.isTextual() && message != value ? ": " + message.textValue() : "";
      return new Flaw(Flaw.Kind.ERROR, said(plain, name, value) + more);
    }
    return isCut(plain, value, end)
        ? new Flaw(Flaw.Kind.CUT_SHORT, said(plain, name, value))
        : null;
  }

  /** Before the end, a code without a word beside it can be that of anything. */
  private static boolean hasText(JsonNode object) {
    return object.path("message").isTextual()
        || object.path("msg").isTextual()
        || object.path("detail").isTextual();
  }

  private static boolean isFailure(String name, JsonNode value, boolean end) {
    String text = value.isTextual() ? value.textValue() : "";
    return CODES.contains(name) && (ErrorWords.isHttpFailure(value) || ErrorWords.isFailure(text))
        || (STATES.contains(name) || isReason(name, end)) && ErrorWords.isBadEnd(text)
        || GOOD.contains(name) && ErrorWords.isFalse(value)
        || BAD.contains(name) && ErrorWords.isTrue(value)
        || ErrorText.isReasonPhrase(text);
  }

  private static boolean isCut(String name, JsonNode value, boolean end) {
    String text = value.isTextual() ? value.textValue() : "";
    return isReason(name, end) && ErrorWords.isCut(text)
        || TRUNCATED.contains(name) && !ErrorWords.isNothing(value)
        || end
            && (UNFINISHED.contains(ErrorWords.plain(text))
                || WHOLE.contains(name) && ErrorWords.isFalse(value)
                || NOT_WHOLE.contains(name) && !ErrorWords.isNothing(value));
  }

  private static boolean isReason(String name, boolean end) {
    return REASONS.contains(name) || end && name.equals("reason");
  }

  private static String said(String plain, String name, JsonNode value) {
    return REASONS.contains(plain)
        ? "finish reason " + value.asText().toLowerCase(Locale.ROOT)
        : said(name, value);
  }

  private static String said(String name, JsonNode value) {
    return name + " " + (value.isTextual() ? value.textValue() : value.toString());
  }
}
