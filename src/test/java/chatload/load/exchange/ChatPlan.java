package chatload.load.exchange;

import chatload.auth.Redaction;
import chatload.auth.Secret;
import chatload.protocol.Asked;
import java.time.Duration;
import java.util.List;

/**
 * A chat that is about to be sent.
 *
 * @param id number of the chat in its run, from 1
 * @param user number of the user who sends it, from 1
 * @param traceId its own {@code x-trace-id}
 * @param threadId its {@code threadId}
 * @param message what it says
 * @param token its JWT
 * @param timeLimit how long it may take from its start
 * @param fallbackReplies beginnings of replies that count as canned
 * @param redaction takes out what must never be kept of a service's words, the token too
 * @param cancelAfter when it is closed on purpose, from its start; null for never
 * @param turn what makes it a turn of a conversation; null if nothing does
 * @param dueNanos when it is due, {@link System#nanoTime()}; null for as soon as its user is ready
 */
public record ChatPlan(
    int id,
    int user,
    String traceId,
    String threadId,
    String message,
    Secret token,
    Duration timeLimit,
    List<String> fallbackReplies,
    Redaction redaction,
    Duration cancelAfter,
    TurnPlan turn,
    Long dueNanos) {

  /** One that is no turn of a conversation. */
  public ChatPlan(
      int id,
      int user,
      String traceId,
      String threadId,
      String message,
      Secret token,
      Duration timeLimit,
      List<String> fallbackReplies,
      Redaction redaction) {
    this(
        id,
        user,
        traceId,
        threadId,
        message,
        token,
        timeLimit,
        fallbackReplies,
        redaction,
        null,
        null,
        null);
  }

  /** Whether a trace id is its own, or of a turn before it. */
  boolean isOwn(String id) {
    return id.equals(traceId) || turn != null && turn.earlierTraceIds().contains(id);
  }

  /** What was said before it. */
  public List<Asked.Said> history() {
    return turn == null ? List.of() : turn.history();
  }

  /** The service's own name for the conversation; empty where it has given none. */
  public String conversationName() {
    return turn == null ? "" : turn.name();
  }

  /** The header that carries {@link #traceId()}. */
  public static final String TRACE_HEADER = "x-trace-id";

  /** {@code text} without secrets and tokens, in case a service sends back what it was sent. */
  public String redact(String text) {
    return redaction.of(text);
  }
}
