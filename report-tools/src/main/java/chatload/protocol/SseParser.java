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

  /**
   * For bytes outside the heap: looking at them one by one there takes longer than copying them.
   */
  private static final ThreadLocal<byte[]> COPY =
      ThreadLocal.withInitial(() -> new byte[16 * 1024]);

  private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EVENT = "event".getBytes(StandardCharsets.US_ASCII);
  private static final String DEFAULT_EVENT = "message";

  private final BiConsumer<String, String> onEvent;

  private byte[] line = new byte[256];
  private int lineLength;
  private boolean skipLineFeed;
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
    if (chunk.hasArray()) {
      int from = chunk.arrayOffset() + chunk.position();
      feed(chunk.array(), from, from + chunk.remaining());
      chunk.position(chunk.limit());
      return;
    }
    byte[] bytes = COPY.get();
    while (chunk.hasRemaining()) {
      int length = Math.min(bytes.length, chunk.remaining());
      chunk.get(bytes, 0, length);
      feed(bytes, 0, length);
    }
  }

  private void feed(byte[] bytes, int from, int to) {
    int start = from;
    while (start < to) {
      if (skipLineFeed) {
        skipLineFeed = false;
        if (bytes[start] == '\n') {
          start++;
          continue;
        }
      }
      int end = start;
      while (end < to && bytes[end] != '\n' && bytes[end] != '\r') {
        end++;
      }
      append(bytes, start, end - start);
      if (end == to) {
        return;
      }
      skipLineFeed = bytes[end] == '\r';
      start = end + 1;
      endOfLine();
    }
  }

  private void append(byte[] bytes, int from, int length) {
    if (length > MAX_EVENT_BYTES - lineLength) {
      throw new EventTooLong();
    }
    if (lineLength + length > line.length) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, lineLength + length));
    }
    System.arraycopy(bytes, from, line, lineLength, length);
    lineLength += length;
  }

  private void endOfLine() {
    int from = 0;
    if (firstLine) {
      firstLine = false;
      from = startsWithByteOrderMark() ? 3 : 0;
    }
    int length = lineLength - from;
    if (length == 0) {
      dispatch();
    } else if (isField(DATA, from, length)) {
      addData(value(from, length, DATA.length));
    } else if (isField(EVENT, from, length)) {
      String name = value(from, length, EVENT.length);
      event = name.isEmpty() ? DEFAULT_EVENT : name;
    }
    lineLength = 0;
    if (line.length > 64 * 1024) {
      line = new byte[256];
    }
  }

  private boolean startsWithByteOrderMark() {
    return lineLength >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }

  private boolean isField(byte[] name, int from, int length) {
    return length >= name.length
        && (length == name.length || line[from + name.length] == ':')
        && Arrays.equals(line, from, from + name.length, name, 0, name.length);
  }

  /** What stands behind the colon and one optional space. */
  private String value(int from, int length, int nameLength) {
    int start = from + nameLength + 1;
    int end = from + length;
    if (start >= end) {
      return "";
    }
    if (line[start] == ' ') {
      start++;
    }
    return new String(line, start, end - start, StandardCharsets.UTF_8);
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
