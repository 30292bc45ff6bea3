package chatload.files;

import java.io.IOException;
import java.io.InputStream;

/** Splits a stream of bytes at {@code \n}, in constant memory however long a line is. */
public final class Lines {

  /** Longest line that is handed out, bytes; no chat record comes near it. */
  public static final int LONGEST = 1 << 20;

  private Lines() {}

  /** Told about each line in turn; numbers count from 1. */
  public interface Visitor {
    /**
     * A whole line: the first {@code length} bytes, valid only during the call.
     *
     * @param offset where it starts in the stream, bytes
     */
    void line(int number, long offset, byte[] bytes, int length);

    /** A line of more than {@link #LONGEST} bytes. */
    void tooLong(int number);

    /** Bytes after the last newline. */
    void torn(int number);
  }

  public static void read(InputStream in, Visitor visitor) throws IOException {
    byte[] chunk = new byte[1 << 16];
    byte[] line = new byte[LONGEST];
    long length = 0;
    long offset = 0;
    int number = 1;
    for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
      int from = 0;
      for (int at = 0; at < got; at++) {
        if (chunk[at] == '\n') {
          length = append(chunk, from, at, line, length);
          if (length > LONGEST) {
            visitor.tooLong(number);
          } else {
            visitor.line(number, offset, line, (int) length);
          }
          number++;
          offset += length + 1;
          length = 0;
          from = at + 1;
        }
      }
      length = append(chunk, from, got, line, length);
    }
    if (length > 0) {
      visitor.torn(number);
    }
  }

  private static long append(byte[] chunk, int from, int to, byte[] line, long length) {
    int count = to - from;
    if (length + count <= LONGEST) {
      System.arraycopy(chunk, from, line, (int) length, count);
    }
    return length + count;
  }
}
