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

  /**
   * Where in an event's data the reply's text begins, behind its quote, if nothing in the middle of
   * a long text can decide what the event means; negative if it can, or if there is none.
   *
   * @param name of the event as far as it has arrived
   * @param beginning of its data
   */
  int textIn(String name, String beginning);
}
