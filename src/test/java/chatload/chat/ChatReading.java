package chatload.chat;

import chatload.run.Cause;
import chatload.run.Json;
import chatload.run.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the events of one chat add up to: the definitions of token, terminal event and outcome, with
 * no knowledge of HTTP, Gatling or clocks. Feed it events and the end; it answers with the outcome.
 *
 * <p>Times are nanoseconds since the chat's start.
 */
final class ChatReading {

  /** What an event meant for the chat. */
  enum Step {
    NOTHING,
    FIRST_TOKEN,
    TOKEN,
    TERMINAL,
    FAILED
  }

  private static final int ERROR_LENGTH = 500;

  /** As JSON; a service that says anything else of it is degraded. The first is for "nothing". */
  private static final Set<String> NOT_DEGRADED =
      Set.of("", "null", "false", "0", "\"\"", "\"false\"");

  private final List<String> fallbackReplies;
  private final UnaryOperator<String> redact;
  private final int beginningLength;
  private final StringBuilder beginning = new StringBuilder();

  private Outcome outcome;
  private Cause cause;
  private String error;

  private long firstTokenNanos = -1;
  private long lastTokenNanos;
  private long maxGapNanos = -1;
  private long terminalNanos = -1;
  private int chunks;
  private String lastEvent;
  private Integer persistedCount;

  /**
   * @param fallbackReplies beginnings of replies that count as canned
   * @param redact takes out of the service's words what must not be kept
   */
  ChatReading(List<String> fallbackReplies, UnaryOperator<String> redact) {
    this.fallbackReplies = fallbackReplies;
    this.redact = redact;
    this.beginningLength = fallbackReplies.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Takes one event. Once the chat has failed, nothing changes any more. */
  Step event(String name, String data, long nanos) {
    if (hasFailed()) {
      return Step.NOTHING;
    }
    lastEvent = name;
    return switch (name) {
      case "token" -> token(data, nanos);
      case "done" -> terminal(data, nanos);
      case "error" -> fail(Outcome.ERROR_EVENT, Cause.SERVICE, errorText(data));
      default -> Step.NOTHING;
    };
  }

  private Step token(String data, long nanos) {
    JsonNode text = parse(data).path("text");
    if (!text.isTextual()) {
      return fail(Outcome.MALFORMED, Cause.PROTOCOL, "token event without a text: " + data);
    }
    if (text.textValue().isEmpty()) {
      return Step.NOTHING;
    }
    if (text.textValue().indexOf('\uFFFD') >= 0) {
      return fail(Outcome.MALFORMED, Cause.PROTOCOL, "a token with lost characters: " + data);
    }
    if (terminalNanos >= 0) {
      return fail(Outcome.MALFORMED, Cause.PROTOCOL, "token after the terminal event");
    }
    chunks++;
    if (beginning.length() < beginningLength) {
      beginning.append(text.textValue());
    }
    if (firstTokenNanos < 0) {
      firstTokenNanos = nanos;
      lastTokenNanos = nanos;
      return Step.FIRST_TOKEN;
    }
    maxGapNanos = Math.max(maxGapNanos, nanos - lastTokenNanos);
    lastTokenNanos = nanos;
    return Step.TOKEN;
  }

  private Step terminal(String data, long nanos) {
    if (terminalNanos >= 0) {
      return fail(Outcome.MALFORMED, Cause.PROTOCOL, "a second terminal event");
    }
    JsonNode done = parse(data);
    if (!done.isObject()) {
      return fail(Outcome.MALFORMED, Cause.PROTOCOL, "terminal event is not an object: " + data);
    }
    terminalNanos = nanos;
    if (done.path("persistedCount").canConvertToInt()) {
      persistedCount = done.path("persistedCount").intValue();
    }
    if (!NOT_DEGRADED.contains(done.path("degraded").toString())) {
      return fail(Outcome.DEGRADED, Cause.SERVICE, "the reply is degraded: " + beginning);
    }
    if (chunks == 0) {
      return fail(Outcome.EMPTY, Cause.MODEL, "the reply has no text");
    }
    String reply = beginning.toString().stripLeading();
    for (String canned : fallbackReplies) {
      if (reply.startsWith(canned)) {
        return fail(Outcome.FALLBACK_REPLY, Cause.MODEL, "the reply is canned: " + canned);
      }
    }
    return Step.TERMINAL;
  }

  /** The response ended as it should; returns whether that fails the chat. */
  boolean endedCleanly() {
    if (outcome == null && terminalNanos < 0) {
      fail(Outcome.TRUNCATED, Cause.SERVICE, "the stream ended without a terminal event");
      return true;
    }
    return false;
  }

  /** The chat failed for a reason that is not in its events; the first reason stands. */
  Step fail(Outcome failure, Cause whose, String why) {
    if (hasFailed()) {
      return Step.NOTHING;
    }
    outcome = failure;
    cause = whose;
    error = Foreign.words(why, ERROR_LENGTH, redact);
    return Step.FAILED;
  }

  private static String errorText(String data) {
    JsonNode node = parse(data);
    JsonNode text = node.path("error");
    return "error event: " + (text.isTextual() ? text.textValue() : data);
  }

  private static JsonNode parse(String data) {
    try {
      return Json.MAPPER.readTree(data);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  boolean hasFailed() {
    return outcome != null;
  }

  boolean hasToken() {
    return firstTokenNanos >= 0;
  }

  boolean hasTerminal() {
    return terminalNanos >= 0;
  }

  /** The failure if there was one, else OK; ask only when the chat is over. */
  Outcome outcome() {
    return outcome == null ? Outcome.OK : outcome;
  }

  /** Null when OK. */
  Cause cause() {
    return cause;
  }

  /** Null when OK. */
  String error() {
    return error;
  }

  /** Negative if there was none. */
  long firstTokenNanos() {
    return firstTokenNanos;
  }

  /** Negative if there was none. */
  long terminalNanos() {
    return terminalNanos;
  }

  /** Negative below two tokens. */
  long maxGapNanos() {
    return maxGapNanos;
  }

  int chunks() {
    return chunks;
  }

  /** Null if no event arrived. */
  String lastEvent() {
    return lastEvent;
  }

  /** Null if the terminal event said nothing of it. */
  Integer persistedCount() {
    return persistedCount;
  }
}
