package chatload.protocol;

import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.text.Visible;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the events of one chat add up to: the one definition of token, terminal event and outcome,
 * with no knowledge of HTTP, Gatling or clocks. Feed it events and the end; it answers with the
 * outcome.
 *
 * <p>Times are nanoseconds since the chat's start. Not safe for several threads.
 */
public final class ChatReading {

  /** What an event meant for the chat. */
  public enum Step {
    NOTHING,
    FIRST_TOKEN,
    TOKEN,
    TERMINAL,
    FAILED
  }

  private static final int ERROR_LENGTH = 500;

  /** Bytes around what could be an id of a chat; the longest ids have less than 200. */
  private static final int AROUND_IDS = 512;

  /** Characters of the reply that are kept: to look through millions would hold others up. */
  private static final int MOST_OF_REPLY = 1 << 16;

  private final ChatProtocol protocol;
  private final UnaryOperator<String> redact;
  private final ReplyStart start;

  /** What events are that the protocol does not know; null once one came that it knows. */
  private Dialect dialect = new Dialect();

  private Outcome outcome;
  private Cause cause;
  private String error;

  private long firstTokenNanos = -1;
  private long lastTokenNanos;
  private long maxGapNanos = -1;
  private long terminalNanos = -1;
  private int chunks;
  private final StringBuilder reply = new StringBuilder();

  /** First half of a surrogate pair whose second half comes with the next token; else empty. */
  private String half = "";

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
    this.redact = redact;
    this.start = new ReplyStart(cannedReplies);
  }

  /** What of a long text has to arrive here, for the parser. */
  public LongTexts longTexts() {
    return new LongTexts(protocol, MOST_OF_REPLY, Math.max(1, start.looksAt()), AROUND_IDS);
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
    ChatEvent event = protocol.read(name, data);
    if (data != null) {
      lastEvent = name;
    }
    if (event instanceof ChatEvent.Token token) {
      dialect = null;
      return withFlaw(token.flaw(), token(token.text(), nanos));
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
    ChatEvent.Other other = (ChatEvent.Other) event;
    other(other, name, data);
    return withFlaw(other.flaw(), Step.NOTHING);
  }

  /** A flaw counts once the reply has ended: until then the service can say still worse. */
  private Step withFlaw(Flaw said, Step step) {
    flaw = Flaw.worse(flaw, said);
    return flaw != null && hasTerminal() && !hasFailed() ? flawed() : step;
  }

  private boolean isDegraded() {
    return flaw != null && flaw.kind() == Flaw.Kind.DEGRADED;
  }

  private Step flawed() {
    return isDegraded()
        ? fail(Outcome.DEGRADED, Cause.SERVICE, "the reply is degraded: " + start.words())
        : fail(Outcome.TRUNCATED, Cause.MODEL, "the reply was cut short: " + flaw.words());
  }

  private void other(ChatEvent.Other event, String name, String data) {
    if (event.known()) {
      dialect = null;
    }
    if (dialect != null && data != null) {
      dialect.unknown(name, data);
    }
  }

  private Step token(String sent, long nanos) {
    if (sent.indexOf('\uFFFD') >= 0) {
      return fail(Outcome.MALFORMED, Cause.PROTOCOL, "a token with lost characters: " + sent);
    }
    String text = whole(sent);
    reply.append(text, 0, Math.min(text.length(), MOST_OF_REPLY - reply.length()));
    start.add(text);
    if (!Visible.isVisible(text)) {
      return Step.NOTHING;
    }
    if (hasTerminal()) {
      return fail(Outcome.MALFORMED, Cause.PROTOCOL, "token after the terminal event");
    }
    chunks++;
    if (firstTokenNanos < 0) {
      firstTokenNanos = nanos;
      lastTokenNanos = nanos;
      return Step.FIRST_TOKEN;
    }
    maxGapNanos = Math.max(maxGapNanos, nanos - lastTokenNanos);
    lastTokenNanos = nanos;
    return Step.TOKEN;
  }

  /** With the half of a character that the last token ended in, and without one at its own end. */
  private String whole(String sent) {
    String text = half.concat(sent);
    int end = text.length();
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    half = text.substring(end);
    return text.substring(0, end);
  }

  private Step terminal(ChatEvent.Terminal terminal, long nanos) {
    if (hasTerminal()) {
      return fail(Outcome.MALFORMED, Cause.PROTOCOL, "a second terminal event");
    }
    terminalNanos = nanos;
    persistedCount = terminal.persistedCount();
    flaw = Flaw.worse(flaw, terminal.flaw());
    if (chunks == 0 && !isDegraded()) {
      return fail(Outcome.EMPTY, Cause.MODEL, "the reply has no text that can be seen");
    }
    if (flaw != null) {
      return flawed();
    }
    String canned = start.canned();
    if (canned != null) {
      return fail(Outcome.FALLBACK_REPLY, Cause.MODEL, "the reply is canned: " + canned);
    }
    return Step.TERMINAL;
  }

  /** The response ended as it should; returns whether that fails the chat. */
  public boolean endedCleanly() {
    if (hasFailed() || hasTerminal()) {
      return false;
    }
    failIfOtherProtocol();
    fail(Outcome.TRUNCATED, Cause.SERVICE, "the stream ended without a terminal event");
    return true;
  }

  /**
   * Fails the chat if events came and none of them is one of the protocol; returns whether it did.
   * Only for a chat that is over: the next event could be a known one.
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
    return firstTokenNanos >= 0;
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

  /** Arrival of the first text that can be seen; negative if there was none. */
  public long firstTokenNanos() {
    return firstTokenNanos;
  }

  /** Negative if there was none. */
  public long terminalNanos() {
    return terminalNanos;
  }

  /** Longest time between two pieces of text that can be seen; negative below two. */
  public long maxGapNanos() {
    return maxGapNanos;
  }

  /** Events with text that can be seen. */
  public int chunks() {
    return chunks;
  }

  /** The reply so far; of very long ones the beginning. */
  public CharSequence reply() {
    return reply;
  }

  /** Null if no event arrived. */
  public String lastEvent() {
    return lastEvent;
  }

  /** Null if the terminal event said nothing of it. */
  public Integer persistedCount() {
    return persistedCount;
  }
}
