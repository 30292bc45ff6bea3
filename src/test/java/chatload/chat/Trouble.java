package chatload.chat;

import chatload.run.Cause;
import chatload.run.Outcome;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.IOException;
import java.security.GeneralSecurityException;

/**
 * What a throwable means for its chat.
 *
 * @param cause whose fault it is; the generator's if it is {@link OwnTrouble}
 * @param words what happened, some of them perhaps the service's
 */
record Trouble(Outcome outcome, Cause cause, String words) {

  /**
   * @param posted whether the request was written
   * @param answered whether a response had begun
   */
  static Trouble of(Throwable problem, boolean posted, boolean answered) {
    if (OwnTrouble.isIn(problem)) {
      return own(problem, answered);
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
