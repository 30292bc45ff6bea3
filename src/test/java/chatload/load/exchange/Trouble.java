package chatload.load.exchange;

import chatload.run.Cause;
import chatload.run.Outcome;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;

/**
 * Why a chat failed, where its events don't say it.
 *
 * @param cause whose fault it is; the generator's if it is {@link OwnTrouble} or its lateness
 * @param words what happened, some of them perhaps the service's
 */
public record Trouble(Outcome outcome, Cause cause, String words) {

  /**
   * @param posted whether the request was written
   * @param answered whether a response had begun
   */
  public static Trouble of(Throwable problem, boolean posted, boolean answered) {
    if (OwnTrouble.isIn(problem)) {
      return own(problem, answered);
    }
    if (root(problem) instanceof CompressedBody.Cut cut) {
      return new Trouble(Outcome.STREAM_CUT, Cause.NETWORK, cut.getMessage());
    }
    if (posted && !(root(problem) instanceof IOException)) {
      return new Trouble(Outcome.MALFORMED, Cause.PROTOCOL, "not HTTP: " + describe(problem));
    }
    return answered
        ? new Trouble(Outcome.STREAM_CUT, Cause.NETWORK, "connection lost: " + describe(problem))
        : new Trouble(
            Outcome.CONNECT_ERROR, connectCause(problem), "no response: " + describe(problem));
  }

  /** Something that this program did wrong, or could not do. */
  static Trouble own(Throwable problem, boolean answered) {
    return new Trouble(
        answered ? Outcome.STREAM_CUT : Outcome.CONNECT_ERROR,
        Cause.GENERATOR,
        "the generator failed: " + describe(problem));
  }

  /**
   * The time limit has gone by and there was no terminal event.
   *
   * @param posted whether the request was written
   * @param answered whether a response had begun
   * @param begun whether the first token had arrived
   */
  static Trouble timeUp(Duration timeLimit, boolean posted, boolean answered, boolean begun) {
    String limit = " within " + timeLimit.toMillis() + " ms";
    if (begun) {
      return new Trouble(Outcome.TOTAL_TIMEOUT, Cause.SERVICE, "no terminal event" + limit);
    }
    if (answered) {
      return new Trouble(Outcome.FIRST_TOKEN_TIMEOUT, Cause.MODEL, "no token" + limit);
    }
    return posted
        ? new Trouble(Outcome.FIRST_TOKEN_TIMEOUT, Cause.SERVICE, "no response" + limit)
        : new Trouble(Outcome.CONNECT_ERROR, Cause.NETWORK, "no connection" + limit);
  }

  /**
   * The terminal event came after the time limit.
   *
   * @param own whether it would have been in time but for the generator
   */
  static Trouble lateTerminal(boolean own) {
    return new Trouble(
        Outcome.TOTAL_TIMEOUT,
        own ? Cause.GENERATOR : Cause.SERVICE,
        "terminal event after the time limit" + (own ? ", for the generator was late" : ""));
  }

  boolean isOwn() {
    return cause == Cause.GENERATOR;
  }

  /** A certificate that nobody should trust, or none at all, is not the network's fault. */
  private static Cause connectCause(Throwable problem) {
    Throwable root = root(problem);
    return root instanceof GeneralSecurityException || root instanceof NotSslRecordException
        ? Cause.SERVICE
        : Cause.NETWORK;
  }

  private static Throwable root(Throwable problem) {
    Throwable root = problem;
    for (int depth = 0; root.getCause() != null && depth < 100; depth++) {
      root = root.getCause();
    }
    return root;
  }

  private static String describe(Throwable problem) {
    Throwable root = root(problem);
    String message = root.getMessage();
    return root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
