package chatload.protocol;

import chatload.protocol.errors.Flaw;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.util.List;

/** What one event of a stream means, whatever the wire format. */
public sealed interface ChatEvent {

  /**
   * Text of the reply.
   *
   * @param text as it was sent; it can be empty, or show nothing
   * @param flaw what the event says beside it, no error; null if it says nothing
   */
  record Token(String text, Flaw flaw) implements ChatEvent {

    public Token(String text) {
      this(text, null);
    }
  }

  /**
   * The model produced something that the user does not see.
   *
   * @param isCall whether it is one of a tool, so that the answer is still to come
   */
  record Generated(boolean isCall) implements ChatEvent {}

  /** A step of the reply begins, whose text can be taken back alone. */
  record StepStart() implements ChatEvent {}

  /**
   * The service takes text back.
   *
   * @param all or only that of the running step
   */
  record Retracted(boolean all) implements ChatEvent {}

  /** The service says what it has used. */
  record Used(Usage usage) implements ChatEvent {}

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
   * The chat has failed in a way that the protocol has its own words for.
   *
   * @param words of this program
   */
  record Failed(Outcome outcome, Cause cause, String words) implements ChatEvent {}

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

    public static final Other UNKNOWN = new Other(false, null);

    public static final Other KNOWN = new Other(true, null);

    /** Whether the protocol has no such event. */
    static boolean isUnknown(ChatEvent event) {
      return event instanceof Other other && !other.known;
    }
  }

  /** Several of them in one event, in this order. */
  record Several(List<ChatEvent> events) implements ChatEvent {}
}
