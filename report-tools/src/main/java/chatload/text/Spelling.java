package chatload.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What a mistyped word was probably meant to be. */
public final class Spelling {

  /** A word so long that its beginning alone says what is meant. */
  private static final int SHORTEST_BEGINNING = 3;

  private Spelling() {}

  /**
   * The known words that begin with the word; if there is none, those that are nearest, where one
   * letter in four may be wrong, and one more. In their own order; often none.
   */
  public static List<String> near(String word, Collection<String> known) {
    List<String> longer = known.stream().filter(one -> one.startsWith(word)).toList();
    if (word.length() >= SHORTEST_BEGINNING && !longer.isEmpty()) {
      return longer;
    }
    int least = known.stream().mapToInt(one -> distance(one, word)).min().orElse(Integer.MAX_VALUE);
    return least <= 1 + word.length() / 4
        ? known.stream().filter(one -> distance(one, word) == least).toList()
        : List.of();
  }

  /** Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j - 1], row[j]));
      }
    }
    return row[b.length()];
  }
}
