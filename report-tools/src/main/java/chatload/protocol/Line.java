package chatload.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bytes that have arrived and are not read yet, line by line. It grows with what arrives, and
 * gives back what a long line took.
 */
final class Line {

  private static final int USUAL = 256;

  /** What is kept for the next line, bytes. */
  static final int MOST_KEPT = 64 * 1024;

  /** Many bytes are looked at eight at a time: a stream can have megabytes without a line end. */
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long LF = '\n' * ONES;
  private static final long CR = '\r' * ONES;

  private byte[] bytes = new byte[USUAL];
  private int start;
  private int seen;
  private int end;
  private int letGo;

  /** Takes what has arrived; {@link #hasEnd()} looks through it. */
  void add(ByteBuffer chunk) {
    int count = chunk.remaining();
    if (count > bytes.length - end) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + count));
    }
    chunk.get(bytes, end, count);
    end += count;
  }

  /**
   * Whether the line has arrived to its end.
   *
   * @throws SseParser.EventTooLong if it outgrows {@link SseParser#MAX_EVENT_BYTES}
   */
  boolean hasEnd() {
    seen = nextEnd(bytes, seen, end);
    if (length() > SseParser.MAX_EVENT_BYTES - letGo) {
      throw new SseParser.EventTooLong();
    }
    return seen < end;
  }

  private static int nextEnd(byte[] bytes, int from, int end) {
    int at = quickPast(bytes, from, end);
    while (at < end && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  /** Past some of the bytes that end no line. */
  private static int quickPast(byte[] bytes, int from, int end) {
    int at = from;
    for (int last = end - Long.BYTES; at <= last; at += Long.BYTES) {
      long eight = (long) LONG.get(bytes, at);
      if ((quickZeroes(eight ^ LF) | quickZeroes(eight ^ CR)) != 0) {
        break;
      }
    }
    return at;
  }

  /** Not 0 if one of eight bytes is. */
  private static long quickZeroes(long eight) {
    return (eight - ONES) & ~eight & TOPS;
  }

  /** The byte that ends it. */
  byte lineEnd() {
    return bytes[seen];
  }

  /** The line is read; what stands behind its end is the next one. */
  void next() {
    start = seen + 1;
    seen = start;
    letGo = 0;
  }

  /** Makes room for what comes; after this, the line begins at index 0. */
  void tidy() {
    int rest = end - start;
    if (start > 0) {
      boolean large = bytes.length > MOST_KEPT && rest <= MOST_KEPT;
      byte[] room = large ? new byte[Math.max(USUAL, rest)] : bytes;
      System.arraycopy(bytes, start, room, 0, rest);
      bytes = room;
    }
    seen -= start;
    end = rest;
    start = 0;
  }

  /** Takes a piece without a line end out of its middle; it counts as if it were still there. */
  void letGo(int from, int to) {
    System.arraycopy(bytes, to, bytes, from, end - to);
    seen = Math.max(seen, to) - (to - from);
    end -= to - from;
    letGo += to - from;
  }

  /** There is no line end before that index. */
  void seen(int index) {
    seen = Math.max(seen, index);
  }

  /** What stands in it, from {@link #start} on, and other things before and behind it. */
  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  /** Up to its end, if that was found; else up to {@link #end}. */
  int length() {
    return seen - start;
  }

  /** Of all that has arrived. */
  int end() {
    return end;
  }
}
