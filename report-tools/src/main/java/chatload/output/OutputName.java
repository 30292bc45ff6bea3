package chatload.output;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file of an output is called and what is in it. Names, documentation and verification all
 * follow from here.
 *
 * @param name its path inside the report directory, in which {@code <scenario>} and {@code <run>}
 *     stand for one name each
 * @param meaning what it is, in one line, Markdown
 * @param since the first version that wrote it, such as {@code 0.2.0}
 */
public record OutputName(String name, String meaning, String since) {

  private static final Pattern GAP = Pattern.compile("<[a-z]+>");
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})");

  /** Whether a file of that path can be it; in any case, as some file systems have it. */
  public boolean matches(String path) {
    StringBuilder pattern = new StringBuilder("(?is)");
    Matcher gaps = GAP.matcher(name);
    int from = 0;
    while (gaps.find()) {
      pattern.append(Pattern.quote(name.substring(from, gaps.start()))).append("[^/]+");
      from = gaps.end();
    }
    pattern.append(Pattern.quote(name.substring(from)));
    return path.matches(pattern.toString());
  }

  /** Whether that version wrote it; a version that can't be told did. */
  public boolean isOf(String version) {
    List<Integer> wanted = numbers(since);
    List<Integer> given = numbers(version);
    for (int i = 0; i < given.size(); i++) {
      if (!given.get(i).equals(wanted.get(i))) {
        return given.get(i) > wanted.get(i);
      }
    }
    return true;
  }

  /** Three; none if the version does not begin with that. */
  private static List<Integer> numbers(String version) {
    Matcher found = NUMBERS.matcher(version);
    List<Integer> numbers = new ArrayList<>();
    if (found.lookingAt()) {
      for (int group = 1; group <= 3; group++) {
        numbers.add(Integer.parseInt(found.group(group)));
      }
    }
    return numbers;
  }
}
