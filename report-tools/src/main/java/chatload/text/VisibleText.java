package chatload.text;

/**
 * Makes text from elsewhere harmless to look at: everything that steers a terminal, breaks a line,
 * turns the direction of writing or can't be seen is replaced by a sign that says what it was, and
 * so is whatever looks like a credential, see {@link Masked}.
 *
 * <p>The ranges are written out, so that the result does not depend on the Unicode version of the
 * Java that runs.
 */
public final class VisibleText {

  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE_PICTURE = 0x2421;

  /** What is read beyond a cut, so that a credential is seen before it is cut, characters. */
  private static final int LONGEST_SECRET = 4096;

  /** First and last code point of each range of format characters and line separators. */
  private static final int[][] INVISIBLE = {
    {0x80, 0x9f},
    {0xad, 0xad},
    {0x34f, 0x34f},
    {0x600, 0x605},
    {0x61c, 0x61c},
    {0x6dd, 0x6dd},
    {0x70f, 0x70f},
    {0x115f, 0x1160},
    {0x17b4, 0x17b5},
    {0x180b, 0x180f},
    {0x200b, 0x200f},
    {0x2028, 0x202e},
    {0x2060, 0x206f},
    {0x3164, 0x3164},
    {0xd800, 0xdfff},
    {0xfdd0, 0xfdef},
    {0xfe00, 0xfe0f},
    {0xfeff, 0xfeff},
    {0xffa0, 0xffa0},
    {0xfff0, 0xfffb},
    {0x1bca0, 0x1bca3},
    {0x1d173, 0x1d17a},
    {0xe0000, 0xe0fff},
  };

  private VisibleText() {}

  /** {@code text} on one line: ESC becomes ␛, a newline ␊, U+202E the six characters \u202e. */
  public static String of(String text) {
    return ofOurs(Masked.of(text));
  }

  /** The same of text that holds a hash of ours, which looks like a credential. */
  public static String ofOurs(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(visible, codePoint));
    return visible.toString();
  }

  /** As {@link #of(String)}, cut after {@code most} characters of the original, which … shows. */
  public static String of(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return of(text);
    }
    String masked = Masked.of(text.substring(0, Math.min(text.length(), most + LONGEST_SECRET)));
    if (masked.codePointCount(0, masked.length()) <= most) {
      return ofOurs(masked) + "…";
    }
    return ofOurs(masked.substring(0, masked.offsetByCodePoints(0, most))) + "…";
  }

  private static void append(StringBuilder visible, int codePoint) {
    if (codePoint < 0x20) {
      visible.append((char) (CONTROL_PICTURES + codePoint));
    } else if (codePoint == 0x7f) {
      visible.append((char) DELETE_PICTURE);
    } else if (isInvisible(codePoint)) {
      for (char unit : Character.toChars(codePoint)) {
        visible.append("\\u").append(hex(unit));
      }
    } else {
      visible.appendCodePoint(codePoint);
    }
  }

  private static String hex(char unit) {
    String digits = Integer.toHexString(unit);
    return "0".repeat(4 - digits.length()) + digits;
  }

  /** Noncharacters too, the last two of every plane among them: XML and HTML forbid them. */
  private static boolean isInvisible(int codePoint) {
    if ((codePoint & 0xfffe) == 0xfffe) {
      return true;
    }
    for (int[] range : INVISIBLE) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
