package chatload.protocol;

import chatload.protocol.errors.Flaw;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * What the events of one chat add up to: the one definition of token, terminal event and outcome,
 * with no knowledge of HTTP, Gatling or clocks.
 *
 * <p>Times are nanoseconds since the chat's start. Not safe for several threads.
 */
public final class ChatReading {

  /** What an event meant for the chat. */
  public enum Step {
    NOTHING,
    TOKEN,
    FIRST_TOKEN,
    TERMINAL,
    FAILED;

    /** The weightier one: an event can have text and be the last. */
    Step and(Step other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /** Characters of a reply that are kept; one that reaches it may be longer. */
  public static final int MOST_KEPT = ShownText.MOST;

  private static final int ERROR_LENGTH = 500;

  private final ChatProtocol protocol;
  private final EventReader reader;
  private final UnaryOperator<String> redact;
  private final ShownText shown;
  private final Generation generation = new Generation();

  /** What events are that the protocol does not know; null once one came that it knows. */
  private Dialect dialect = new Dialect();

  private Outcome outcome;
  private Cause cause;
  private String error;
  private long terminalNanos = -1;

  /** The worst that events said of the reply. */
  private Flaw flaw;

  private String lastEvent;
  private Integer persistedCount;

  /**
   * @param protocol what the events mean
   * @param cannedReplies beginnings of replies that count as canned
   * @param redact takes out of the service's words what must not be kept
   */
  public ChatReading(
      ChatProtocol protocol, List<String> cannedReplies, UnaryOperator<String> redact) {
    this.protocol = protocol;
    this.reader = protocol.reader();
    this.redact = redact;
    this.shown = new ShownText(cannedReplies);
  }

  /** By how much what is read at some time can have come earlier. */
  public void lateBy(LongUnaryOperator late) {
    shown.lateBy(late);
  }

  /** What of a long text has to arrive here, for the parser. */
  public LongTexts longTexts() {
    return shown.longTexts(protocol);
  }

  /**
   * Takes one event. Once the chat has failed, nothing changes any more.
   *
   * @param name of the event, {@code message} if it gave none
   * @param data null for an event without data
   */
  public Step event(String name, String data, long nanos) {
    if (hasFailed()) {
      return Step.NOTHING;
    }
    ChatEvent event = reader.read(name, data);
    if (data != null) {
      lastEvent = name;
    }
    if (ChatEvent.Other.isUnknown(event) && dialect != null && data != null) {
      dialect.unknown(name, data);
    }
    return take(event, nanos);
  }

  private Step take(ChatEvent event, long nanos) {
    if (event instanceof ChatEvent.Token token) {
      dialect = null;
      return withFlaw(token.flaw(), token(token.text(), nanos));
    }
    if (event instanceof ChatEvent.Several several) {
      Step step = Step.NOTHING;
      for (ChatEvent one : several.events()) {
        step = hasFailed() ? step : step.and(take(one, nanos));
      }
      return step;
    }
    if (event instanceof ChatEvent.Terminal terminal) {
      dialect = null;
      return terminal(terminal, nanos);
    }
    if (event instanceof ChatEvent.ServiceError serviceError) {
      return fail(Outcome.ERROR_EVENT, Cause.SERVICE, "error event: " + serviceError.words());
    }
    if (event instanceof ChatEvent.Malformed malformed) {
      return fail(Outcome.MALFORMED, Cause.PROTOCOL, malformed.why());
    }
    if (event instanceof ChatEvent.Failed failed) {
      return failed.outcome() == Outcome.TRUNCATED ? truncated(failed) : fail(failed);
    }
    return withFlaw(beside(event, nanos), Step.NOTHING);
  }

  /** Takes what is neither text nor an end; returns what it says of the reply, null for nothing. */
  private Flaw beside(ChatEvent event, long nanos) {
    if (event instanceof ChatEvent.Other other) {
      dialect = other.known() ? null : dialect;
      return other.flaw();
    }
    dialect = null;
    if (event instanceof ChatEvent.Generated generated) {
      generation.take(generated, nanos);
    } else if (event instanceof ChatEvent.Used used) {
      generation.take(used);
    } else if (event instanceof ChatEvent.StepStart) {
      shown.step();
    } else {
      shown.retract(((ChatEvent.Retracted) event).all());
    }
    return null;
  }

  /** A flaw counts once the reply has ended: until then the service can say still worse. */
  private Step withFlaw(Flaw said, Step step) {
    flaw = Flaw.worse(flaw, said);
    return flaw != null && hasTerminal() && !hasFailed()
        ? fail(WholeReply.flawed(flaw, shown))
        : step;
  }

  private Step token(String sent, long nanos) {
    if (sent.indexOf('\uFFFD') >= 0) {
      return fail(Outcome.MALFORMED, Cause.PROTOCOL, "a token with lost characters: " + sent);
    }
    if (!shown.add(sent)) {
      return Step.NOTHING;
    }
    if (hasTerminal()) {
      return fail(Outcome.MALFORMED, Cause.PROTOCOL, "token after the terminal event");
    }
    generation.text(nanos);
    return shown.seenAt(nanos) ? Step.FIRST_TOKEN : Step.TOKEN;
  }

  private Step terminal(ChatEvent.Terminal terminal, long nanos) {
    if (hasTerminal()) {
      return fail(Outcome.MALFORMED, Cause.PROTOCOL, "a second terminal event");
    }
    terminalNanos = nanos;
    persistedCount = terminal.persistedCount();
    flaw = Flaw.worse(flaw, terminal.flaw());
    ChatEvent.Failed failed = WholeReply.failure(shown, generation, flaw);
    return failed == null ? Step.TERMINAL : fail(failed);
  }

  private Step truncated(ChatEvent.Failed why) {
    return failIfOtherProtocol() ? Step.FAILED : fail(why);
  }

  private Step fail(ChatEvent.Failed why) {
    return fail(why.outcome(), why.cause(), why.words());
  }

  /**
   * The response ended as it should. Unless that is how the protocol's replies end, it fails a chat
   * without a terminal event.
   *
   * @param rest what the end left incomplete; null if nothing
   */
  public Step ended(Framing.Rest rest, long nanos) {
    if (hasFailed() || hasTerminal() && rest == null) {
      return Step.NOTHING;
    }
    Step step = take(reader.atEnd(rest), nanos);
    return hasFailed() || hasTerminal() ? step : truncated(WholeReply.NO_END);
  }

  /**
   * Fails a chat that is over if events came, none of them the protocol's; returns whether it did.
   */
  public boolean failIfOtherProtocol() {
    if (hasFailed() || dialect == null || dialect.events() == 0) {
      return false;
    }
    fail(Outcome.OTHER_PROTOCOL, Cause.PROTOCOL, dialect.words(protocol.name()));
    return true;
  }

  /** The chat failed for a reason that is not in its events; the first reason stands. */
  public Step fail(Outcome failure, Cause whose, String why) {
    if (hasFailed()) {
      return Step.NOTHING;
    }
    outcome = failure;
    cause = whose;
    error = ServiceText.beginning(why, ERROR_LENGTH, redact);
    return Step.FAILED;
  }

  public boolean hasFailed() {
    return outcome != null;
  }

  public boolean hasToken() {
    return shown.firstNanos() >= 0;
  }

  public boolean hasTerminal() {
    return terminalNanos >= 0;
  }

  /** The failure if there was one, else OK; ask only when the chat is over. */
  public Outcome outcome() {
    return outcome == null ? Outcome.OK : outcome;
  }

  /** Null when OK. */
  public Cause cause() {
    return cause;
  }

  /** Null when OK. */
  public String error() {
    return error;
  }

  /** Arrival of the first text that can be seen and has stayed; negative if there was none. */
  public long firstTokenNanos() {
    return shown.firstNanos();
  }

  /** The same of all text, also of what was taken back. */
  public long firstShownNanos() {
    return shown.earliestNanos();
  }

  /** What the model did beside the text. */
  public Generation generation() {
    return generation;
  }

  /** Negative if there was none. */
  public long terminalNanos() {
    return terminalNanos;
  }

  /** How the text came that can be seen and has stayed. */
  public Pace pace() {
    return shown.pace();
  }

  /** Events with text that can be seen. */
  public int chunks() {
    return shown.chunks();
  }

  /** The reply so far; of very long ones the beginning. */
  public CharSequence reply() {
    return shown.reply();
  }

  /** Null if no event arrived. */
  public String lastEvent() {
    return lastEvent;
  }

  /** The service's own name for the conversation; null if it has given none. */
  public String conversation() {
    return reader.conversation();
  }

  /** Null if the terminal event said nothing of it. */
  public Integer persistedCount() {
    return persistedCount;
  }
}
