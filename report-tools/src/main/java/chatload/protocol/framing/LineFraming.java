package chatload.protocol.framing;

import chatload.protocol.Framing;
import chatload.protocol.SseParser;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * One event a line, which ends with LF or CRLF; a byte order mark and empty lines are passed over.
 * Text is UTF-8; invalid bytes become U+FFFD.
 */
public final class LineFraming implements Framing {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String NO_NAME = "message";

  /** Room that is made for a line, bytes; what a long one took is not kept. */
  private static final int USUAL = 256;

  private final boolean isPrefixed;
  private final BiConsumer<String, String> onEvent;
  private ByteArrayOutputStream line = new ByteArrayOutputStream(USUAL);
  private boolean isFirst = true;

  private LineFraming(boolean isPrefixed, BiConsumer<String, String> onEvent) {
    this.isPrefixed = isPrefixed;
    this.onEvent = onEvent;
  }

  /** Each line is an event without a name, such as a JSON object. */
  public static LineFraming plain(BiConsumer<String, String> onEvent) {
    return new LineFraming(false, onEvent);
  }

  /** Each line is the name of an event, a colon, and its data. */
  public static LineFraming prefixed(BiConsumer<String, String> onEvent) {
    return new LineFraming(true, onEvent);
  }

  @Override
  public void feed(ByteBuffer piece) {
    byte[] bytes = new byte[piece.remaining()]; // faster than to look at each where it is
    piece.get(bytes);
    int start = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        add(bytes, start, at - start);
        start = at + 1;
        Rest event = event();
        if (event != null) {
          onEvent.accept(event.name(), event.data());
        }
      }
    }
    add(bytes, start, bytes.length - start);
  }

  private void add(byte[] bytes, int start, int length) {
    if (length > SseParser.MAX_EVENT_BYTES - line.size()) {
      throw new SseParser.EventTooLong();
    }
    line.write(bytes, start, length);
  }

  @Override
  public Rest end() {
    return event();
  }

  /** The line as an event; null if it is empty. */
  private Rest event() {
    String text = line.toString(StandardCharsets.UTF_8);
    line = new ByteArrayOutputStream(USUAL);
    if (isFirst) {
      isFirst = false;
      text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
    text = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    if (text.isBlank()) {
      return null;
    }
    int colon = isPrefixed ? text.indexOf(':') : -1;
    return colon < 0
        ? new Rest(NO_NAME, text)
        : new Rest(text.substring(0, colon), text.substring(colon + 1));
  }
}
