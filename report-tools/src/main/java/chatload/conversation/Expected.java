package chatload.conversation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a reply must be like. Letters must be the same, great and small.
 *
 * @param contains texts that must be in it
 * @param not texts that must not be in it
 * @param matches patterns of which each must be found in it
 * @param minChars least characters (code points) of it; 0 for any
 * @param maxChars most characters of it
 */
public record Expected(
    List<String> contains, List<String> not, List<Pattern> matches, int minChars, int maxChars) {

  /** Any reply. */
  public static final Expected NOTHING =
      new Expected(List.of(), List.of(), List.of(), 0, Integer.MAX_VALUE);

  private static final int SHOWN = 80;

  public Expected {
    contains = List.copyOf(contains);
    not = List.copyOf(not);
    matches = List.copyOf(matches);
  }

  /** A reply of which this is not known, for a reason that is not the service's. */
  public static final class Undecided extends Exception {
    private static final long serialVersionUID = 1;

    Undecided(String why) {
      super(why);
    }
  }

  /**
   * Which expectation a reply misses, in words; empty if none.
   *
   * @param isWhole whether the reply is all there, and not only its beginning
   * @throws Undecided if that can't be said
   */
  public Optional<String> missedBy(CharSequence reply, boolean isWhole) throws Undecided {
    if (equals(NOTHING)) {
      return Optional.empty();
    }
    String text = reply.toString();
    Optional<String> surely = missedForSure(text);
    if (surely.isPresent()) {
      return surely;
    }
    if (!isWhole) {
      throw new Undecided("the reply is longer than what is kept of it, so it can't be checked");
    }
    int length = text.codePointCount(0, text.length());
    if (length < minChars) {
      return Optional.of("it has " + length + " characters, less than " + minChars);
    }
    for (String one : contains) {
      if (!text.contains(one)) {
        return Optional.of("it does not contain " + shown(one));
      }
    }
    for (Pattern pattern : matches) {
      if (!BoundedSearch.finds(pattern, text)) {
        return Optional.of("it does not match " + shown(pattern.pattern()));
      }
    }
    return Optional.empty();
  }

  /** What no end of the reply could mend. */
  private Optional<String> missedForSure(String text) {
    int length = text.codePointCount(0, text.length());
    if (length > maxChars) {
      return Optional.of("it has more than " + maxChars + " characters");
    }
    return not.stream().filter(text::contains).findFirst().map(one -> "it contains " + shown(one));
  }

  private static String shown(String text) {
    return "\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "\"";
  }
}
