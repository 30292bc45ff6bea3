package chatload.protocol;

/**
 * What a chat asks.
 *
 * @param threadId names the conversation
 * @param message what the user says
 * @param model asked for; null where none is
 * @param unique differs in every request
 */
public record Asked(String threadId, String message, String model, String unique) {}
