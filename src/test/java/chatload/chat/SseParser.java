package chatload.chat;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Reads a server-sent event stream as it arrives, in pieces of any size (WHATWG HTML, section
 * "Parsing an event stream"): lines end with LF, CR or CRLF, a byte order mark is skipped, comments
 * and the fields {@code id} and {@code retry} are passed over, several data lines are joined with
 * LF, an event without data is dropped, and so is one that the stream's end leaves incomplete. Text
 * is UTF-8; invalid bytes become U+FFFD.
 *
 * <p>Not safe for several threads: it belongs to the event loop of its connection.
 */
final class SseParser {

  /** Longest event or line that is accepted, bytes. */
  static final int MAX_EVENT_BYTES = 8 * 1024 * 1024;

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
   * @param onEvent called with name and data of each complete event, in the order of arrival
   */
  SseParser(BiConsumer<String, String> onEvent) {
    this.onEvent = onEvent;
  }

  /**
   * Takes the readable bytes of a chunk and reports the events that they complete.
   *
   * @throws EventTooLong if a line or an event outgrows {@link #MAX_EVENT_BYTES}
   */
  void feed(ByteBuf chunk) {
    int start = chunk.readerIndex();
    int end = chunk.writerIndex();
    while (start < end) {
      if (skipLineFeed) {
        skipLineFeed = false;
        if (chunk.getByte(start) == '\n') {
          start++;
          continue;
        }
      }
      int lineEnd = chunk.forEachByte(start, end - start, b -> b != '\n' && b != '\r');
      if (lineEnd < 0) {
        append(chunk, start, end - start);
        return;
      }
      append(chunk, start, lineEnd - start);
      skipLineFeed = chunk.getByte(lineEnd) == '\r';
      start = lineEnd + 1;
      endOfLine();
    }
  }

  private void append(ByteBuf chunk, int from, int length) {
    if (length > MAX_EVENT_BYTES - lineLength) {
      throw new EventTooLong();
    }
    if (lineLength + length > line.length) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, lineLength + length));
    }
    chunk.getBytes(from, line, lineLength, length);
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
    String content = moreData == null ? data : moreData.toString();
    event = DEFAULT_EVENT;
    data = null;
    moreData = null;
    if (content != null) {
      onEvent.accept(name, content);
    }
  }

  /** The stream has a line or an event that no chat service would send. */
  static final class EventTooLong extends RuntimeException {
    EventTooLong() {
      super("an event is longer than " + MAX_EVENT_BYTES + " bytes");
    }
  }
}
