package chatload.protocol;

/**
 * A chat service's wire format: how a chat is asked for and what the events of its stream mean. No
 * clock, no client, no Gatling: what an event does to a chat is {@link ChatReading}'s.
 */
public interface ChatProtocol {

  /** What the checklist's service speaks. */
  ChatProtocol EYWA = new Eywa();

  /** As in settings and evidence. */
  String name();

  /** The JSON body of a chat request. */
  String body(String threadId, String message);

  /**
   * What an event means.
   *
   * @param name of the event, {@code message} if it gave none
   * @param data null for an event without data, which is none by the standard, but some services
   *     send their errors so
   */
  ChatEvent read(String name, String data);
}
