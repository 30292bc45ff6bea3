package chatload.result;

import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;

/**
 * One chat that was not OK, as {@code <scenario>-summary.json} lists it. Apart from id, outcome and
 * cause everything may be null; all texts are as untrusted as the service.
 *
 * @param ok always false
 * @param totalMs arrival of the terminal event; null if none arrived
 * @param elapsedMs when the outcome was known
 */
public record Failure(
    boolean ok,
    int id,
    String traceId,
    Integer status,
    Outcome outcome,
    Cause cause,
    String error,
    Double totalMs,
    String startedAt,
    String threadId,
    String lastEvent,
    Double elapsedMs,
    Double firstTokenMs) {

  public static Failure of(ChatRecord chat) {
    return new Failure(
        false,
        chat.id(),
        chat.traceId(),
        chat.status(),
        chat.outcome(),
        chat.cause(),
        chat.error(),
        chat.totalMs(),
        chat.startedAt(),
        chat.threadId(),
        chat.lastEvent(),
        chat.elapsedMs(),
        chat.firstTokenMs());
  }

  /** A planned chat that no usable record tells of. */
  public static Failure withoutRecord(int id) {
    return new Failure(
        false,
        id,
        null,
        null,
        Outcome.NOT_SENT,
        Cause.UNKNOWN,
        "there is no usable record of this chat",
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
