package chatload.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phrase with gaps: <code>{0}</code>, <code>{1}</code> … for figures and names of ours, and
 * <code>{quote}</code> for words that came from elsewhere and are not to be trusted. Gaps may stand
 * in any order, because languages differ in theirs.
 */
public record Template(List<Part> parts) {

  private static final Pattern GAP = Pattern.compile("\\{(\\d|quote)}");

  public Template {
    parts = List.copyOf(parts);
  }

  /** A piece of a phrase: {@code text} as it stands, or the name of a gap. */
  public record Part(String text, boolean isGap) {
    public static final String QUOTE = "quote";

    public boolean isQuote() {
      return isGap && text.equals(QUOTE);
    }
  }

  public static Template parse(String phrase) {
    List<Part> parts = new ArrayList<>();
    Matcher gap = GAP.matcher(phrase);
    int from = 0;
    while (gap.find()) {
      if (gap.start() > from) {
        parts.add(new Part(phrase.substring(from, gap.start()), false));
      }
      parts.add(new Part(gap.group(1), true));
      from = gap.end();
    }
    if (from < phrase.length()) {
      parts.add(new Part(phrase.substring(from), false));
    }
    return new Template(parts);
  }

  /** The phrase with its gaps filled; what is filled in is not looked at again. */
  public String fill(Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      filled.append(part.isGap() ? values.get(part.text()) : part.text());
    }
    return filled.toString();
  }
}
