package chatload.conversation;

/**
 * One turn of a conversation.
 *
 * @param message what its user says
 * @param thinkMs how long its user thinks before, milliseconds
 * @param expected of the reply
 */
public record Turn(String message, long thinkMs, Expected expected) {

  /** What stands in a message for something that differs in every chat. */
  public static final String UNIQUE = "${unique}";

  /** A user who thinks longer is not there any more, milliseconds. */
  static final long MOST_THINK_MS = 600_000;
}
