package chatload.protocol.errors;

import chatload.run.Cause;
import chatload.run.Outcome;

/**
 * What an event says is wrong with the chat.
 *
 * @param words the service's own, or the member that says it
 */
public record Flaw(Kind kind, String words) {

  /** The worst first. */
  public enum Kind {
    ERROR(Outcome.ERROR_EVENT, Cause.SERVICE, "error event: "),
    DEGRADED(Outcome.DEGRADED, Cause.SERVICE, "the reply is degraded: "),
    OTHER_MODEL(Outcome.OTHER_MODEL, Cause.SERVICE, "another model answered: "),
    REFUSED(Outcome.REFUSED, Cause.MODEL, "the model refused to answer: "),
    FILTERED(Outcome.FILTERED, Cause.MODEL, "the reply was held back by a filter: "),
    /** Of a protocol that says why a reply ended: the model was not allowed to say more. */
    TOKEN_LIMIT(Outcome.CUT_SHORT, Cause.MODEL, "the reply was cut short: "),
    NO_ANSWER(Outcome.NO_ANSWER, Cause.MODEL, "the turn ended without an answer for the user: "),
    CUT_SHORT(Outcome.TRUNCATED, Cause.MODEL, "the reply was cut short: ");

    private final Outcome outcome;
    private final Cause cause;
    private final String said;

    Kind(Outcome outcome, Cause cause, String said) {
      this.outcome = outcome;
      this.cause = cause;
      this.said = said;
    }

    /** What a chat is that ends with it. */
    public Outcome outcome() {
      return outcome;
    }

    public Cause cause() {
      return cause;
    }

    /** How a sentence about it begins; {@link Flaw#words} follow. */
    public String said() {
      return said;
    }
  }

  /** Of two the worse one, of two of a kind the first; each can be null for none. */
  public static Flaw worse(Flaw first, Flaw second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return second.kind.compareTo(first.kind) < 0 ? second : first;
  }
}
