package chatload.load.exchange;

import chatload.run.Cause;
import chatload.run.Outcome;
import java.io.IOException;

/**
 * How a failed chat is told to Gatling, whose HTML report lists the message. It has none of the
 * service's own words in it, because Gatling does not escape them; those are in the chat record.
 */
final class ChatFailure extends IOException {

  /**
   * @param cause null if the chat was closed on purpose
   * @param status HTTP status; null if no response arrived
   */
  ChatFailure(Outcome outcome, Cause cause, Integer status) {
    super(
        outcome
            + (outcome == Outcome.HTTP_ERROR ? " " + status : "")
            + (cause == null ? "" : ", cause " + cause.label()));
  }

  /** Without a stack trace: it says nothing, and failures can be many. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
