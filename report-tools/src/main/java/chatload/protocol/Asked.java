package chatload.protocol;

import java.util.List;

/**
 * What a chat asks.
 *
 * @param threadId names the conversation
 * @param message what the user says
 * @param model asked for; null where none is
 * @param unique differs in every request
 * @param history what was said before in the conversation, in order
 * @param conversation the service's own name for the conversation; empty where it has given none
 */
public record Asked(
    String threadId,
    String message,
    String model,
    String unique,
    List<Said> history,
    String conversation) {

  /**
   * One message of a conversation.
   *
   * @param isReply whether the service said it, and not the user
   */
  public record Said(boolean isReply, String text) {}

  public Asked {
    history = List.copyOf(history);
  }

  /** The first message of a conversation. */
  public Asked(String threadId, String message, String model, String unique) {
    this(threadId, message, model, unique, List.of(), "");
  }
}
