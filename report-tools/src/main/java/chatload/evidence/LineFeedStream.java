package chatload.evidence;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads CR LF as LF; every other byte as it is. */
final class LineFeedStream extends FilterInputStream {

  LineFeedStream(InputStream in) {
    super(new BufferedInputStream(in, 1 << 16));
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    if (next == '\r') {
      in.mark(1);
      if (in.read() == '\n') {
        return '\n';
      }
      in.reset();
    }
    return next;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int got = 0;
    while (got < length) {
      int next = read();
      if (next < 0) {
        return got == 0 ? -1 : got;
      }
      bytes[from + got++] = (byte) next;
    }
    return got;
  }
}
