package chatload.protocol;

/**
 * What an event says is wrong with the chat.
 *
 * @param words the service's own, or the member that says it
 */
public record Flaw(Kind kind, String words) {

  /** The worst first. */
  public enum Kind {
    ERROR,
    DEGRADED,
    CUT_SHORT
  }

  /** Of two the worse one, of two of a kind the first; each can be null for none. */
  static Flaw worse(Flaw first, Flaw second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return second.kind.compareTo(first.kind) < 0 ? second : first;
  }
}
