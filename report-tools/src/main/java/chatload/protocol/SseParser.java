package chatload.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Reads a server-sent event stream as it arrives, in pieces of any size (WHATWG HTML, section
 * "Parsing an event stream"): lines end with LF, CR or CRLF, a byte order mark is skipped, comments
 * and the fields {@code id} and {@code retry} are passed over, several data lines are joined with
 * LF, an event that the stream's end leaves incomplete is dropped. Text is UTF-8; invalid bytes
 * become U+FFFD.
 *
 * <p>Not safe for several threads: it belongs to the event loop of its connection.
 */
public final class SseParser {

  /** Longest event or line that is accepted, bytes. */
  public static final int MAX_EVENT_BYTES = 8 * 1024 * 1024;

  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
  private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EVENT = "event".getBytes(StandardCharsets.US_ASCII);
  private static final String DEFAULT_EVENT = "message";

  private final BiConsumer<String, String> onEvent;

  private final Line line = new Line();
  private byte lastEnd;
  private boolean firstLine = true;

  private String event = DEFAULT_EVENT;
  private String data;
  private StringBuilder moreData;

  /**
   * @param onEvent called with name and data of each complete event, in the order of arrival; data
   *     is null for an event that has a name and no data, which the standard drops
   */
  public SseParser(BiConsumer<String, String> onEvent) {
    this.onEvent = onEvent;
  }

  /**
   * Takes the remaining bytes of a chunk and reports the events that they complete.
   *
   * @throws EventTooLong if a line or an event outgrows {@link #MAX_EVENT_BYTES}
   */
  public void feed(ByteBuffer chunk) {
    byte[] bytes = new byte[chunk.remaining()]; // faster than to look at each where it is
    chunk.get(bytes);
    int start = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n' || bytes[at] == '\r') {
        line.add(bytes, start, at - start);
        start = at + 1;
        endOfLine(bytes[at]);
      }
    }
    line.add(bytes, start, bytes.length - start);
  }

  private void endOfLine(byte end) {
    boolean isWithCarriageReturn = end == '\n' && lastEnd == '\r' && line.length() == 0;
    lastEnd = end;
    if (!isWithCarriageReturn) {
      readLine();
    }
    line.clear();
  }

  private void readLine() {
    int from = 0;
    if (firstLine) {
      firstLine = false;
      from = startsWithByteOrderMark() ? BYTE_ORDER_MARK.length : 0;
    }
    int length = line.length() - from;
    if (length == 0) {
      dispatch();
    } else if (isField(DATA, from, length)) {
      addData(value(from, length, DATA.length));
    } else if (isField(EVENT, from, length)) {
      String name = value(from, length, EVENT.length);
      event = name.isEmpty() ? DEFAULT_EVENT : name;
    }
  }

  private boolean startsWithByteOrderMark() {
    return Arrays.equals(
        line.bytes(), 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
  }

  private boolean isField(byte[] name, int from, int length) {
    return length >= name.length
        && (length == name.length || line.bytes()[from + name.length] == ':')
        && Arrays.equals(line.bytes(), from, from + name.length, name, 0, name.length);
  }

  /** What stands behind the colon and one optional space. */
  private String value(int from, int length, int nameLength) {
    int start = from + nameLength + 1;
    int end = from + length;
    if (start >= end) {
      return "";
    }
    if (line.bytes()[start] == ' ') {
      start++;
    }
    return new String(line.bytes(), start, end - start, StandardCharsets.UTF_8);
  }

  private void addData(String value) {
    if (data == null) {
      data = value;
      return;
    }
    if (moreData == null) {
      moreData = new StringBuilder(data);
    }
    if (moreData.length() + value.length() >= MAX_EVENT_BYTES) {
      throw new EventTooLong();
    }
    moreData.append('\n').append(value);
  }

  private void dispatch() {
    String name = event;
    boolean hasName = !name.equals(DEFAULT_EVENT);
    String content = moreData == null ? data : moreData.toString();
    event = DEFAULT_EVENT;
    data = null;
    moreData = null;
    if (content != null || hasName) {
      onEvent.accept(name, content);
    }
  }

  /** The stream has a line or an event that no chat service would send. */
  public static final class EventTooLong extends RuntimeException {
    EventTooLong() {
      super("an event is longer than " + MAX_EVENT_BYTES + " bytes");
    }
  }
}
