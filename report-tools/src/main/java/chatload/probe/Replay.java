package chatload.probe;

import chatload.auth.Redaction;
import chatload.protocol.ChatEvent;
import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading;
import chatload.protocol.EventReader;
import chatload.protocol.Framing;
import chatload.protocol.ServiceText;
import chatload.protocol.SseParser;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.text.VisibleText;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads an answer that has been received in a protocol, through the framing and the reader of the
 * load, and notes of each event its bytes and its meaning.
 */
public final class Replay {

  private static final String RESPONSE = "the end of the response";

  private final ChatProtocol protocol;
  private final Redaction redaction;
  private final ChatReading reading;
  private final List<Reading.Seen> events = new ArrayList<>();

  /** Bytes since the last event. */
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private ChatEvent event;
  private long nanos;
  private int known;
  private String end;

  private final boolean isShown;

  private Replay(
      ChatProtocol protocol, List<String> cannedReplies, Redaction redaction, boolean isShown) {
    this.protocol = protocol;
    this.redaction = redaction;
    this.isShown = isShown;
    this.reading = new ChatReading(new Watched(), cannedReplies, redaction::of);
  }

  /**
   * What an answer is in that protocol.
   *
   * @param cannedReplies beginnings of replies that count as canned
   * @param redaction takes out what must not be shown
   */
  public static Reading of(
      Received answer, ChatProtocol protocol, List<String> cannedReplies, Redaction redaction) {
    return new Replay(protocol, cannedReplies, redaction, true).read(answer);
  }

  /** The same without what events are shown as, which takes most of the time. */
  static Reading quick(
      Received answer, ChatProtocol protocol, List<String> cannedReplies, Redaction redaction) {
    return new Replay(protocol, cannedReplies, redaction, false).read(answer);
  }

  private Reading read(Received answer) {
    Framing framing = protocol.framing(this::event, reading.longTexts());
    try {
      answer.pieces().forEach(piece -> feed(framing, piece));
      end(framing, answer);
    } catch (SseParser.EventTooLong e) {
      reading.fail(Outcome.MALFORMED, Cause.PROTOCOL, e.getMessage());
    }
    String type = answer.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return new Reading(
        protocol.name(),
        reading.outcome(),
        reading.error(),
        events,
        known,
        reading.chunks(),
        end,
        reading.firstTokenNanos(),
        reading.terminalNanos(),
        reading.pace().longestGapNanos(),
        protocol.contentTypes().contains(type),
        protocol.endsWithResponse());
  }

  /** Line by line, so that the bytes of an event are known, unless each piece is one. */
  private void feed(Framing framing, Received.Piece piece) {
    nanos = piece.nanos();
    int from = 0;
    for (int at = 0; at < piece.bytes().length; at++) {
      boolean isLast = at == piece.bytes().length - 1;
      if (isLast || piece.bytes()[at] == '\n' && !framing.isByArrival()) {
        bytes.write(piece.bytes(), from, at + 1 - from);
        framing.feed(ByteBuffer.wrap(piece.bytes(), from, at + 1 - from));
        from = at + 1;
      }
    }
  }

  private void event(String name, String data) {
    event = null;
    ChatReading.Step step = reading.event(name, data, nanos);
    note(shownBytes(), step);
  }

  private void note(String what, ChatReading.Step step) {
    String meaning = isShown ? Meanings.of(event, step, this::shown) : "";
    events.add(new Reading.Seen(nanos, what, meaning));
    known += event != null && Meanings.isKnown(event) ? 1 : 0;
    end = end == null && reading.hasTerminal() ? what : end;
    bytes.reset();
  }

  private void end(Framing framing, Received answer) {
    if (!answer.ended()) {
      reading.failIfOtherProtocol();
      if (!reading.hasTerminal()) {
        reading.fail(answer.outcome(), Cause.SERVICE, String.valueOf(answer.error()));
      }
      return;
    }
    if (protocol.endsWithResponse() && !answer.proven()) {
      reading.fail(answer.outcome(), Cause.SERVICE, answer.error());
      return;
    }
    event = null;
    boolean wasOver = reading.hasTerminal() || reading.hasFailed();
    Framing.Rest rest = framing.end();
    ChatReading.Step step = reading.ended(rest, nanos);
    if (rest != null) {
      note(shownBytes(), step);
    }
    end = !wasOver && reading.hasTerminal() ? RESPONSE : end;
  }

  private String shownBytes() {
    return isShown ? shown(bytes.toString(StandardCharsets.UTF_8).strip()) : "";
  }

  /** Foreign text: short, on one line, without secrets and without what steers a terminal. */
  private String shown(String text) {
    return VisibleText.of(ServiceText.beginning(text, ProbePrinter.MOST_OF_BYTES, redaction::of));
  }

  /** The protocol, whose reader lets its last event be seen. */
  private final class Watched extends Delegating {
    Watched() {
      super(protocol);
    }

    @Override
    public EventReader reader() {
      EventReader reader = super.reader();
      return new EventReader() {
        @Override
        public ChatEvent read(String name, String data) {
          event = reader.read(name, data);
          return event;
        }

        @Override
        public ChatEvent atEnd(Framing.Rest rest) {
          event = reader.atEnd(rest);
          return event;
        }
      };
    }
  }
}
