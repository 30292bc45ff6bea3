package chatload.protocol;

/** What one event of a stream means, whatever the wire format. */
public sealed interface ChatEvent {

  /**
   * Text of the reply.
   *
   * @param text as it was sent; it can be empty, or show nothing
   */
  record Token(String text) implements ChatEvent {}

  /**
   * The reply is complete, as far as the service is concerned.
   *
   * @param degraded whether the service says that it could not answer as it should
   * @param cutShort why the reply is not whole, in the service's words; null if it is
   * @param persistedCount how much the service says to have remembered; null if it says nothing
   */
  record Terminal(boolean degraded, String cutShort, Integer persistedCount) implements ChatEvent {}

  /**
   * The service says that something went wrong.
   *
   * @param words its own
   */
  record ServiceError(String words) implements ChatEvent {}

  /**
   * An event of a known name that can't be what the service meant to send.
   *
   * @param why in words, some of them the service's
   */
  record Malformed(String why) implements ChatEvent {}

  /**
   * Nothing that the outcome depends on.
   *
   * @param known whether the protocol has such an event
   */
  record Other(boolean known) implements ChatEvent {

    static final Other KNOWN = new Other(true);
    static final Other UNKNOWN = new Other(false);
  }
}
