package chatload.conversation;

import chatload.conversation.Expected.Undecided;
import java.util.regex.Pattern;

/**
 * Looks for a pattern in a text and gives up after so many looks at single characters: some
 * patterns take for ever on some replies, and meanwhile no other chat of the same event loop would
 * be heard.
 */
final class BoundedSearch {

  /** About ten milliseconds, and thirty times a reply of the longest kind. */
  static final int MOST_LOOKS = 2_000_000;

  private BoundedSearch() {}

  /**
   * Whether the pattern is found.
   *
   * @throws Undecided when that takes too long
   */
  static boolean finds(Pattern pattern, String text) throws Undecided {
    try {
      return pattern.matcher(new Counted(text, 0, text.length(), new int[1])).find();
    } catch (TooManyLooks | StackOverflowError e) {
      throw new Undecided("the pattern " + pattern + " takes too long on the reply");
    }
  }

  private static final class TooManyLooks extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyLooks() {
      super(null, null, false, false);
    }
  }

  private record Counted(String text, int from, int to, int[] looks) implements CharSequence {

    @Override
    public char charAt(int index) {
      if (++looks[0] > MOST_LOOKS) {
        throw new TooManyLooks();
      }
      return text.charAt(from + index);
    }

    @Override
    public int length() {
      return to - from;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text, from + start, from + end, looks);
    }

    @Override
    public String toString() {
      return text.substring(from, to);
    }
  }
}
