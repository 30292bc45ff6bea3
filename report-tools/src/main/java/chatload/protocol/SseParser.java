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
public final class SseParser implements Framing {

  /** Longest event or line that is accepted, bytes. */
  public static final int MAX_EVENT_BYTES = 8 * 1024 * 1024;

  /** Bytes of an event's data in which its long text has to begin. */
  private static final int LONGEST_PREFIX = 512;

  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
  private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EVENT = "event".getBytes(StandardCharsets.US_ASCII);
  private static final String DEFAULT_EVENT = "message";

  /** Nothing is as long. */
  private static final LongTexts ALL_STAYS =
      new LongTexts(ChatProtocol.EYWA, Integer.MAX_VALUE, 0, 0);

  private final BiConsumer<String, String> onEvent;
  private final LongTexts keep;

  private final Line line = new Line();
  private byte lastEnd;
  private boolean firstLine = true;

  /** Of the line that is being received; null while that is a short one. */
  private LongText text;

  private String event = DEFAULT_EVENT;
  private String data;
  private StringBuilder moreData;
  private int letGoCharacters;

  /**
   * @param onEvent called with name and data of each complete event, in the order of arrival; data
   *     is null for an event that has a name and no data, which the standard drops
   */
  public SseParser(BiConsumer<String, String> onEvent) {
    this(onEvent, ALL_STAYS);
  }

  /**
   * @param onEvent as above; the data of an event with a long text can be without a piece of it
   * @param keep what of a long text has to be there
   */
  public SseParser(BiConsumer<String, String> onEvent, LongTexts keep) {
    this.onEvent = onEvent;
    this.keep = keep;
  }

  @Override
  public Rest end() {
    if (line.length() > 0) {
      readLine();
    }
    return data == null ? null : new Rest(event, moreData == null ? data : moreData.toString());
  }

  /**
   * Takes the remaining bytes of a chunk and reports the events that they complete.
   *
   * @throws EventTooLong if a line or an event outgrows {@link #MAX_EVENT_BYTES}
   */
  @Override
  public void feed(ByteBuffer chunk) {
    line.add(chunk);
    if (text != null) {
      text.arrived();
    }
    while (line.hasEnd()) {
      endOfLine(line.lineEnd());
      line.next();
    }
    line.tidy();
    if (text == null && line.length() >= keep.characters()) {
      text = new LongText(keep, line, longText());
    }
  }

  /** Where the text begins in the long line that has begun to arrive; negative if it has none. */
  private int longText() {
    if (data != null || !isField(DATA, 0, line.length())) {
      return -1;
    }
    int start = DATA.length + 1;
    int length = Math.min(LONGEST_PREFIX, line.length() - start);
    String prefix = new String(line.bytes(), start, length, StandardCharsets.ISO_8859_1);
    int inPrefix = keep.protocol().textIn(event, prefix);
    return inPrefix < 0 ? -1 : start + inPrefix;
  }

  private void endOfLine(byte end) {
    boolean isWithCarriageReturn = end == '\n' && lastEnd == '\r' && line.length() == 0;
    lastEnd = end;
    if (!isWithCarriageReturn) {
      readLine();
    }
    if (text != null) {
      letGoCharacters += text.letGoCharacters();
      text = null;
    }
  }

  private void readLine() {
    int from = line.start();
    int length = line.length();
    if (firstLine) {
      firstLine = false;
      int mark = startsWithByteOrderMark() ? BYTE_ORDER_MARK.length : 0;
      from += mark;
      length -= mark;
    }
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
    int end = line.start() + BYTE_ORDER_MARK.length;
    return Arrays.equals(
        line.bytes(), line.start(), end, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
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
    if (letGoCharacters + moreData.length() + value.length() >= MAX_EVENT_BYTES) {
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
    letGoCharacters = 0;
    if (content != null || hasName) {
      onEvent.accept(name, content);
    }
  }

  /** The stream has a line or an event that no chat service would send. */
  public static final class EventTooLong extends RuntimeException {
    public EventTooLong() {
      this("an event");
    }

    /**
     * @param what is too long
     */
    public EventTooLong(String what) {
      super(what + " is longer than " + MAX_EVENT_BYTES + " bytes");
    }
  }
}
