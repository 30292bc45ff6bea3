package chatload.protocol;

/** What one event of a stream means, whatever the wire format. */
public sealed interface ChatEvent {

  /**
   * Text of the reply.
   *
   * @param text as it was sent; it can be empty, or show nothing
   * @param flaw what the event says beside it, no error; null if it says nothing
   */
  record Token(String text, Flaw flaw) implements ChatEvent {

    Token(String text) {
      this(text, null);
    }
  }

  /**
   * The reply is complete, as far as the service is concerned.
   *
   * @param flaw why the reply is not what it should be, no error; null if it is
   * @param persistedCount how much the service says to have remembered; null if it says nothing
   */
  record Terminal(Flaw flaw, Integer persistedCount) implements ChatEvent {}

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
   * Neither text nor an end.
   *
   * @param known whether the protocol has such an event
   * @param flaw what it says of the reply, no error; null if it says nothing
   */
  record Other(boolean known, Flaw flaw) implements ChatEvent {

    static final Other UNKNOWN = new Other(false, null);
  }
}
