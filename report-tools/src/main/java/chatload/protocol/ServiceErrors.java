package chatload.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether an event says that something went wrong: by its name, by an {@code error} in its data, by
 * calling itself an error, or by why the reply ended. Services put it into any event, also into the
 * last one and behind it.
 */
final class ServiceErrors {

  /** {@code error}, {@code ERROR}, {@code chat.error}, {@code stream_error}. */
  private static final Pattern ERROR_NAME =
      Pattern.compile("(.*[._:/-])?error", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /**
   * A member of that name in text that can't be read as JSON, with anything but nothing behind it.
   */
  private static final Pattern BROKEN_ERROR =
      Pattern.compile(
          "^\\s*\\{.*\"errors?\"\\s*:\\s*(?!null|false|\"\"|\\{\\s*}|\\[\\s*])\\S", Pattern.DOTALL);

  private static final List<String> ERRORS = List.of("error", "errors");
  private static final List<String> KINDS = List.of("type", "object", "event");
  private static final List<String> WRAPPERS = List.of("data", "payload", "response");
  private static final List<String> FINISH_REASONS =
      List.of("finishReason", "finish_reason", "stopReason", "stop_reason");

  /** Of an {@code error}: nothing is wrong. */
  private static final Set<String> NOTHING = Set.of("", "null", "false", "none", "0");

  private static final Set<String> FAILED =
      Set.of(
          "error",
          "failed",
          "failure",
          "exception",
          "timeout",
          "cancelled",
          "canceled",
          "aborted",
          "abort",
          "content_filter",
          "content-filter",
          "safety",
          "refusal",
          "refused");

  private static final Set<String> CUT_SHORT =
      Set.of("length", "max_tokens", "max-tokens", "max_output_tokens", "incomplete", "truncated");

  private ServiceErrors() {}

  static boolean isErrorName(String name) {
    return ERROR_NAME.matcher(name).matches();
  }

  /** What the data of an event says went wrong; null if it says nothing of the kind. */
  static String in(JsonNode data) {
    String error = directly(data);
    for (String wrapper : WRAPPERS) {
      if (error != null) {
        return error;
      }
      error = directly(data.path(wrapper));
    }
    return error;
  }

  private static String directly(JsonNode data) {
    for (String name : ERRORS) {
      JsonNode error = data.path(name);
      if (!isNothing(error)) {
        return words(error);
      }
    }
    for (String name : KINDS) {
      if (data.path(name).asText().equalsIgnoreCase("error")) {
        return data.toString();
      }
    }
    String reason = finishReason(data);
    return FAILED.contains(reason) ? "finish reason " + reason : null;
  }

  /**
   * How the terminal event says that the chat went wrong without naming an error: {@code success}
   * or {@code ok} is false, {@code status} is a failure; null if it does not. Of other events these
   * can be about a step that was tried again.
   */
  static String saysItFailed(JsonNode terminal) {
    for (String name : List.of("success", "ok")) {
      if (terminal.path(name).isBoolean() && !terminal.path(name).booleanValue()) {
        return name + " false";
      }
    }
    String status = terminal.path("status").asText();
    return FAILED.contains(status.toLowerCase(Locale.ROOT)) ? "status " + status : null;
  }

  /** Why the terminal event says that the reply is not whole; null if it does not. */
  static String cutShort(JsonNode terminal) {
    if (!isNothing(terminal.path("truncated"))) {
      return "truncated " + terminal.path("truncated");
    }
    String reason = finishReason(terminal);
    return CUT_SHORT.contains(reason) ? "finish reason " + reason : null;
  }

  private static String finishReason(JsonNode data) {
    for (String name : FINISH_REASONS) {
      JsonNode reason = data.path(name);
      if (reason.isTextual()) {
        return reason.textValue().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  /** Whether text that is no JSON looks like an object with an error in it. */
  static boolean isBrokenError(String data) {
    return BROKEN_ERROR.matcher(data.substring(0, Math.min(4096, data.length()))).find();
  }

  /** The words of an event that is called an error. */
  static String words(String data, JsonNode json) {
    JsonNode error = json.path("error");
    return isNothing(error) ? Objects.requireNonNullElse(data, "(without data)") : words(error);
  }

  private static String words(JsonNode error) {
    JsonNode message = error.path("message");
    return message.isTextual() && !message.textValue().isEmpty()
        ? message.textValue()
        : error.isTextual() ? error.textValue() : error.toString();
  }

  private static boolean isNothing(JsonNode value) {
    return value.isContainerNode()
        ? value.isEmpty()
        : NOTHING.contains(value.asText().strip().toLowerCase(Locale.ROOT));
  }
}
