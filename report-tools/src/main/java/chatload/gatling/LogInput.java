package chatload.gatling;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers and strings that a simulation.log is made of. Whatever the bytes say, it takes no
 * more memory than the limits here allow. The end of the file in mid-value is an {@link
 * EOFException}.
 */
final class LogInput {

  /** Longest string, bytes; Gatling's buffer holds 8 KiB unless it was made larger. */
  static final int LONGEST_STRING = 1 << 20;

  /** Most different strings. */
  static final int MOST_STRINGS = 2_000_000;

  /** All different strings together, bytes. */
  static final int MOST_STRING_BYTES = 128 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long before;

  private final List<String> cache = new ArrayList<>();
  private long cachedBytes;

  LogInput(InputStream in) {
    this.in = in;
  }

  /** The next byte as 0..255, or -1 if there is none. */
  int byteOrEnd() throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    return buffer[at++] & 0xff;
  }

  int int32() throws IOException {
    if (end - at >= Integer.BYTES) {
      int value =
          buffer[at] << 24
              | (buffer[at + 1] & 0xff) << 16
              | (buffer[at + 2] & 0xff) << 8
              | (buffer[at + 3] & 0xff);
      at += Integer.BYTES;
      return value;
    }
    return one() << 24 | one() << 16 | one() << 8 | one();
  }

  long int64() throws IOException {
    return (long) int32() << 32 | int32() & 0xffffffffL;
  }

  boolean bool() throws IOException, UnusableLog {
    int value = one();
    if (value > 1) {
      throw damaged("a yes or no is " + value);
    }
    return value == 1;
  }

  /** A number of things that follow. */
  int count(int most, String what) throws IOException, UnusableLog {
    int count = int32();
    if (count < 0 || count > most) {
      throw damaged("number of " + what + " is " + count);
    }
    return count;
  }

  void skip(int length) throws IOException, UnusableLog {
    if (length < 0) {
      throw damaged("a length is " + length);
    }
    for (int left = length; left > 0; ) {
      if (at == end && !fill()) {
        throw new EOFException();
      }
      int some = Math.min(left, end - at);
      at += some;
      left -= some;
    }
  }

  /** Length in bytes, bytes, coder; an empty string has no coder. */
  String string() throws IOException, UnusableLog {
    int length = count(LONGEST_STRING, "bytes of a string");
    if (length == 0) {
      return "";
    }
    byte[] bytes = new byte[length];
    for (int got = 0; got < length; ) {
      if (at == end && !fill()) {
        throw new EOFException();
      }
      int some = Math.min(length - got, end - at);
      System.arraycopy(buffer, at, bytes, got, some);
      at += some;
      got += some;
    }
    return decoded(bytes, one());
  }

  /** A positive index and a new string, or the negative index of an earlier one. */
  String cachedString() throws IOException, UnusableLog {
    int index = int32();
    if (index < 0) {
      if (index < -cache.size()) {
        throw damaged("there is no string " + -(long) index);
      }
      return cache.get(-index - 1);
    }
    if (index != cache.size() + 1) {
      throw damaged("string " + index + " where string " + (cache.size() + 1) + " is due");
    }
    String string = string();
    cachedBytes += string.length() * 2L;
    if (index > MOST_STRINGS || cachedBytes > MOST_STRING_BYTES) {
      throw damaged("more different texts than any run has (" + index + ")");
    }
    cache.add(string);
    return string;
  }

  UnusableLog damaged(String what) {
    return UnusableLog.damaged(before + at, what);
  }

  private String decoded(byte[] bytes, int coder) throws UnusableLog {
    if (coder > 1 || coder == 1 && bytes.length % 2 != 0) {
      throw damaged("a string has the coder " + coder + " and " + bytes.length + " bytes");
    }
    Charset charset = coder == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE;
    return new String(bytes, charset).replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
  }

  private int one() throws IOException {
    int value = byteOrEnd();
    if (value < 0) {
      throw new EOFException();
    }
    return value;
  }

  private boolean fill() throws IOException {
    before += end;
    at = 0;
    end = 0;
    int got = in.read(buffer);
    end = Math.max(0, got);
    return end > 0;
  }
}
