package chatload.protocol;

import java.util.Arrays;

/**
 * The bytes of a line as they arrive. It grows with the line, and gives back what a long one took.
 */
final class Line {

  private static final int USUAL = 256;

  /** What is kept for the next line, bytes. */
  static final int MOST_KEPT = 64 * 1024;

  private byte[] bytes = new byte[USUAL];
  private int length;

  /**
   * Takes the next piece.
   *
   * @throws SseParser.EventTooLong if the line outgrows {@link SseParser#MAX_EVENT_BYTES}
   */
  void add(byte[] from, int at, int count) {
    if (count > SseParser.MAX_EVENT_BYTES - length) {
      throw new SseParser.EventTooLong();
    }
    if (count > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
    System.arraycopy(from, at, bytes, length, count);
    length += count;
  }

  void clear() {
    length = 0;
    if (bytes.length > MOST_KEPT) {
      bytes = new byte[USUAL];
    }
  }

  /** What stands in it, and behind {@link #length} the remains of longer lines. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }
}
