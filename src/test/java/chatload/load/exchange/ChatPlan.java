package chatload.load.exchange;

import chatload.auth.Redaction;
import chatload.auth.Secret;
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
    Redaction redaction) {

  /** The header that carries {@link #traceId()}. */
  public static final String TRACE_HEADER = "x-trace-id";

  /** {@code text} without secrets and tokens, in case a service sends back what it was sent. */
  public String redact(String text) {
    return redaction.of(text);
  }
}
