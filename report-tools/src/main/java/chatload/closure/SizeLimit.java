package chatload.closure;

import java.util.function.IntFunction;

/**
 * Makes a document fit into a comment on GitHub, which takes 65,536 characters. What GitHub counts
 * is not documented (characters of the text as a browser sends it, where a line ends in two), so
 * this counts UTF-16 units, each newline twice, and stays well below.
 */
final class SizeLimit {

  /** Most characters of a document. */
  static final int LIMIT = 60_000;

  /** How many entries lists may have, from the best to the shortest. */
  private static final int[] LENGTHS = {20, 10, 5, 3, 2, 1, 0};

  private SizeLimit() {}

  /**
   * The longest version that fits; if none does, the shortest.
   *
   * @param compose makes the document with lists of at most so many entries
   */
  static String fit(IntFunction<String> compose) {
    String document = "";
    for (int length : LENGTHS) {
      document = compose.apply(length);
      if (count(document) <= LIMIT) {
        return document;
      }
    }
    return document;
  }

  static int count(String document) {
    return document.length() + (int) document.chars().filter(unit -> unit == '\n').count();
  }
}
