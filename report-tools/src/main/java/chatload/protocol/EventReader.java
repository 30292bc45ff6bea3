package chatload.protocol;

/** Reads the events of one chat, each once and in their order. */
public interface EventReader {

  /**
   * What an event means.
   *
   * @param name of the event, {@code message} if it gave none
   * @param data null for an event without data, which is none by the standard, but some services
   *     send their errors so
   */
  ChatEvent read(String name, String data);

  /**
   * What it means that the response has ended as it should.
   *
   * @param rest what the end left incomplete; null if nothing
   */
  default ChatEvent atEnd(Framing.Rest rest) {
    return ChatEvent.Other.UNKNOWN;
  }

  /** The service's own name for the conversation; null if it has given none. */
  default String conversation() {
    return null;
  }
}
