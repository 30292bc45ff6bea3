package chatload.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Goes through the inside of a JSON string in UTF-8 for as long as every character is an ordinary
 * one: well-formed, neither U+FFFD nor a control character, not the end of the string, and no
 * hyphen with a digit behind it, which every id of a chat has.
 */
final class TextScan {

  /** The most bytes that have to be there to know what the next character is. */
  static final int LONGEST = 6;

  private static final int REPLACEMENT = 0xFFFD;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long HYPHENS = '-' * ONES;
  private static final long SPACES = ' ' * ONES;

  /** Two characters of three bytes each, 1110xxxx 10xxxxxx 10xxxxxx. */
  private static final long TWO_OF_THREE = 0xC0C0F0_C0C0F0L;

  private static final long TWO_LEADS = 0x8080E0_8080E0L;

  /** U+FFFD is EF BF BD. */
  private static final long REPLACEMENT_BYTES = 0xBDBFEFL;

  /** ASCII that needs no second look. */
  private static final boolean[] PLAIN = new boolean[1 << 7];

  private static final byte[] HEX = new byte[1 << Byte.SIZE];

  static {
    Arrays.fill(PLAIN, ' ', PLAIN.length, true);
    PLAIN['"'] = false;
    PLAIN['\\'] = false;
    PLAIN['-'] = false;
    Arrays.fill(HEX, (byte) -1);
    for (char digit : "0123456789abcdefABCDEF".toCharArray()) {
      HEX[digit] = (byte) Character.digit(digit, 16);
    }
  }

  private int at;
  private int characters;

  TextScan(int from) {
    at = from;
  }

  /** Where the next character begins. */
  int at() {
    return at;
  }

  /** How many there were, as UTF-16 counts them. */
  int characters() {
    return characters;
  }

  /** Bytes before it were taken out. */
  void moveBack(int bytes) {
    at -= bytes;
  }

  /** Passes over one character that is not ordinary. */
  void pass() {
    at++;
    characters++;
  }

  /**
   * Goes on to {@code stop} or a little further, or to a character that is not ordinary or not
   * there as a whole.
   *
   * @param end of what is there
   */
  void scan(byte[] bytes, int stop, int end) {
    int last = Math.min(stop - 1, end - Long.BYTES);
    while (at <= last) {
      quick(bytes, last);
      if (at <= last && !one(bytes, end)) {
        return;
      }
    }
    while (at < stop && at < end && one(bytes, end)) {
      // one after the other
    }
  }

  /** What is by far the most, with neither calls nor fields in the loop. */
  private void quick(byte[] bytes, int last) {
    int i = at;
    int count = characters;
    while (i <= last) {
      long eight = (long) LONG.get(bytes, i);
      if ((eight & 0x80) == 0) {
        if (quickAscii(eight)) {
          i += Long.BYTES;
          count += Long.BYTES;
        } else if (PLAIN[(int) eight & 0x7F]) {
          i++;
          count++;
        } else {
          break;
        }
      } else if (quickTwoOfThree(eight)) {
        i += 6;
        count += 2;
      } else if (quickOneOfThree(eight)) {
        i += 3;
        count++;
      } else if (quickTwoOfTwo(eight)) {
        i += 4;
        count += 2;
      } else if ((eight & 0xC0E0) == 0x80C0 && (eight & 0x1E) != 0) {
        i += 2;
        count++;
      } else {
        break;
      }
    }
    at = i;
    characters = count;
  }

  private static boolean quickAscii(long eight) {
    long special =
        quickZeroes(eight ^ QUOTES)
            | quickZeroes(eight ^ BACKSLASHES)
            | quickZeroes(eight ^ HYPHENS)
            | (eight - SPACES) & ~eight
            | eight;
    return (special & TOPS) == 0;
  }

  /** The top bit of a byte is set if the byte is 0; above such a one, it can be set by chance. */
  private static long quickZeroes(long eight) {
    return (eight - ONES) & ~eight;
  }

  /** Whether two characters follow that are sound with any bytes of that form. */
  private static boolean quickTwoOfThree(long eight) {
    return (eight & TWO_OF_THREE) == TWO_LEADS
        && quickSoundLead((int) eight & 0xF)
        && quickSoundLead((int) (eight >>> 24) & 0xF);
  }

  private static boolean quickOneOfThree(long eight) {
    int low = (int) eight & 0xF;
    return (eight & 0xC0C0F0) == 0x8080E0
        && low != 0
        && low != 0xD
        && (eight & 0xFFFFFF) != REPLACEMENT_BYTES;
  }

  /** C0 and C1 are longer than they need be. */
  private static boolean quickTwoOfTwo(long eight) {
    return (eight & 0xC0E0_C0E0L) == 0x80C0_80C0L && (eight & 0x1E) != 0 && (eight & 0x1E0000) != 0;
  }

  /** E0 can be longer than it need be, ED half a surrogate pair, EF the replacement character. */
  private static boolean quickSoundLead(int low) {
    return low != 0 && low != 0xD && low != 0xF;
  }

  private boolean one(byte[] bytes, int end) {
    int first = bytes[at];
    if (first >= ' ') {
      return ascii(bytes, first, end);
    }
    // A control character is no sound lead of any length.
    int length = first >= (byte) 0xF0 ? 4 : first >= (byte) 0xE0 ? 3 : 2;
    if (end - at < length) {
      return false;
    }
    int codePoint = first & 0x7F >> length;
    for (int i = at + 1; i < at + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return false;
      }
      codePoint = codePoint << 6 | bytes[i] & 0x3F;
    }
    boolean sound =
        switch (length) {
          case 2 -> first >= (byte) 0xC2;
          case 3 -> codePoint >= 0x800 && !isSurrogate(codePoint) && codePoint != REPLACEMENT;
          default -> first < (byte) 0xF8 && Character.isSupplementaryCodePoint(codePoint);
        };
    if (sound) {
      at += length;
      characters += length == 4 ? 2 : 1;
    }
    return sound;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private boolean ascii(byte[] bytes, int first, int end) {
    int length =
        switch (first) {
          case '"' -> 0;
          case '\\' -> escape(bytes, end);
          case '-' -> end - at > 1 && !isDigit(bytes[at + 1]) ? 1 : 0;
          default -> 1;
        };
    at += length;
    characters += length > 0 ? 1 : 0;
    return length > 0;
  }

  /** Its length; 0 if it is none, not there as a whole, or stands for U+FFFD. */
  private int escape(byte[] bytes, int end) {
    if (end - at < LONGEST) {
      return 0;
    }
    if (bytes[at + 1] != 'u') {
      return "\"\\/bfnrt".indexOf(bytes[at + 1]) >= 0 ? 2 : 0;
    }
    int code = 0;
    for (int i = at + 2; i < at + LONGEST; i++) {
      code = code << 4 | HEX[bytes[i] & 0xFF];
    }
    return code < 0 || code == REPLACEMENT ? 0 : LONGEST;
  }

  private static boolean isDigit(byte ascii) {
    return ascii >= '0' && ascii <= '9';
  }
}
