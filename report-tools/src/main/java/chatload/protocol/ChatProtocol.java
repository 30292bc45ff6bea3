package chatload.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A chat service's wire format: how a chat is asked for and what the events of its stream mean. No
 * clock, no client, no Gatling: what an event does to a chat is {@link ChatReading}'s.
 */
public interface ChatProtocol {

  /** What the checklist's service speaks. */
  ChatProtocol EYWA = new Eywa();

  /** As in settings and evidence. */
  String name();

  /** What is sent for a chat. */
  ChatRequest request(Asked asked);

  /** What its responses can be called, without parameters, in small letters; the first is usual. */
  default List<String> contentTypes() {
    return List.of("text/event-stream");
  }

  /** Names of the environment variables that its requests hold. */
  default Set<String> variables() {
    return Set.of();
  }

  /**
   * The same with these values in its requests.
   *
   * @param variables all of {@link #variables()}
   */
  default ChatProtocol with(Map<String, String> variables) {
    return this;
  }

  /** Whether a chat can't be asked for without the name of a model. */
  default boolean needsModel() {
    return false;
  }

  /** Whether what was said before goes with each request. */
  default boolean sendsHistory() {
    return false;
  }

  /** Whether a request can be told to go on with a conversation, by what was said or its name. */
  default boolean goesOn() {
    return sendsHistory();
  }

  /** Whether the service names conversations, and is told that name with each further turn. */
  default boolean namesConversations() {
    return false;
  }

  /** Whether nothing but the end of the response says that a reply is whole. */
  default boolean endsWithResponse() {
    return false;
  }

  /**
   * Whether a reply that was cut by something that ends responses well is told from a whole one.
   */
  default boolean seesCuts() {
    return !endsWithResponse();
  }

  /**
   * Cuts the body of a response into events.
   *
   * @param onEvent called with name and data of each complete event, in the order of arrival; data
   *     is null for an event that has a name and no data
   * @param keep what of a long text has to be there
   */
  default Framing framing(BiConsumer<String, String> onEvent, LongTexts keep) {
    return new SseParser(onEvent, keep);
  }

  /**
   * Where in an event's data the reply's text begins, behind its quote, if nothing in the middle of
   * a long text can decide what the event means; negative if it can, or if there is none.
   *
   * @param name of the event as far as it has arrived
   * @param beginning of its data
   */
  default int textIn(String name, String beginning) {
    return -1;
  }

  /** What reads the events of one chat. */
  EventReader reader();
}
