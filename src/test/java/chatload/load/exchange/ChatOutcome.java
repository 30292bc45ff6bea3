package chatload.load.exchange;

import chatload.metric.ChatTime;
import chatload.protocol.ChatReading;
import chatload.protocol.Pace;
import chatload.protocol.Usage;
import chatload.run.Cause;
import chatload.run.Outcome;

/**
 * What became of a chat, once that is known.
 *
 * @param error what happened, in words that may be kept; null when OK
 * @param cause null when OK
 * @param posts how often the request was written
 * @param problem what the client said of why there is no response, or no more of it; null if
 *     nothing
 * @param ownTrouble whether something went wrong in this machine or this program
 */
public record ChatOutcome(
    ChatPlan plan,
    Outcome outcome,
    Cause cause,
    String error,
    int posts,
    Times times,
    Reply reply,
    Throwable problem,
    boolean ownTrouble) {

  /**
   * When what happened, nanoseconds since the chat's start where nothing else is said; negative for
   * what did not happen.
   *
   * @param startedAtMillis wall clock at the start, milliseconds since the epoch
   * @param startNanos {@link System#nanoTime()} at the start
   * @param end when the outcome was known
   * @param closed when the response had ended or was waited for no longer
   * @param firstGenerated the first that was produced, seen or not
   * @param ownFirstGenerated the same for {@code firstGenerated} as {@code ownFirstToken}
   * @param ownFirstToken the most that the generator itself can have added to {@code firstToken}
   * @param ownTotal the same for {@code terminal}
   * @param ownClosed the same from {@code terminal} to {@code closed}
   * @param sent when the request was handed to the client, of a chat with a start of its own
   */
  public record Times(
      long startedAtMillis,
      long startNanos,
      long firstGenerated,
      long firstToken,
      long terminal,
      long end,
      long closed,
      long ownFirstGenerated,
      long ownFirstToken,
      long ownTotal,
      long ownClosed,
      long sent)
      implements ChatTime.Clocked {}

  /**
   * What the service sent.
   *
   * @param status null if no response arrived
   * @param traceEchoed null if no response arrived
   * @param chunks tokens that can be seen
   * @param lastEvent null if there was none
   * @param persistedCount null if the service named none
   * @param text of all tokens
   * @param pace how they came
   * @param usage tokens that it says it has used; null if it says nothing
   * @param embedded whether it came from this project's own chat service
   * @param conversation the service's own name for it; null if it has given none
   */
  public record Reply(
      Integer status,
      Boolean traceEchoed,
      int chunks,
      String lastEvent,
      Integer persistedCount,
      String text,
      Pace pace,
      Usage usage,
      boolean embedded,
      String conversation) {}

  public static ChatOutcome of(ChatPlan plan, ChatTimes times, ChatResponse response, ChatEnd end) {
    ChatReading reading = response.reading();
    return new ChatOutcome(
        plan,
        reading.outcome(),
        reading.cause(),
        reading.error(),
        times.posts(),
        new Times(
            times.startedAtMillis(),
            times.startNanos(),
            reading.generation().firstNanos(),
            reading.firstTokenNanos(),
            reading.terminalNanos(),
            times.end(),
            times.closed(),
            times.ownFirstGenerated(),
            times.ownFirstToken(),
            times.ownTotal(),
            times.ownClosed(),
            times.sent()),
        new Reply(
            response.status(),
            response.traceEchoed(),
            reading.chunks(),
            reading.lastEvent(),
            reading.persistedCount(),
            reading.reply().toString(),
            reading.pace(),
            reading.generation().usage(),
            response.fromEmbeddedTarget(),
            reading.conversation()),
        end.problem(),
        end.hadOwnTrouble());
  }

  /** Of a chat that is not sent. */
  public static ChatOutcome notSent(ChatPlan plan, Cause cause, String why) {
    ChatTimes times = new ChatTimes(System::nanoTime, plan.dueNanos());
    times.neverStarted();
    return new ChatOutcome(
        plan,
        Outcome.NOT_SENT,
        cause,
        why,
        0,
        new Times(times.startedAtMillis(), times.startNanos(), -1, -1, -1, 0, 0, 0, 0, 0, 0, -1),
        new Reply(null, null, 0, null, null, "", new Pace(), null, false, null),
        null,
        false);
  }

  /** Whether it failed through the load generator. */
  public boolean isOwn() {
    return cause == Cause.GENERATOR;
  }

  public boolean isOk() {
    return outcome == Outcome.OK;
  }
}
