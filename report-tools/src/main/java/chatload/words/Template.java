package chatload.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phrase with gaps: <code>{0}</code>, <code>{1}</code> … for figures and names of ours, <code>
 * {metric}</code> for the name of a metric in the same language, and <code>{quote}</code> for words
 * that came from elsewhere and are not to be trusted. Gaps may stand in any order, because
 * languages differ in theirs.
 */
record Template(List<Part> parts) {

  private static final Pattern GAP = Pattern.compile("\\{(\\d|metric|quote)}");
  private static final Pattern ENDS_IN_LATIN = Pattern.compile(".*[A-Za-z0-9]");
  private static final Pattern BEGINS_IN_HAN = Pattern.compile("\\p{IsHan}.*");

  Template {
    parts = List.copyOf(parts);
  }

  /** A piece of a phrase: {@code text} as it stands, or the name of a gap. */
  record Part(String text, boolean isGap) {
    static final String METRIC = "metric";
    static final String QUOTE = "quote";

    boolean isMetric() {
      return isGap && text.equals(METRIC);
    }

    boolean isQuote() {
      return isGap && text.equals(QUOTE);
    }
  }

  static Template parse(String phrase) {
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

  /** One after the other, with a blank between two. */
  static Template joined(List<Template> templates) {
    List<Part> parts = new ArrayList<>();
    for (Template template : templates) {
      if (!parts.isEmpty()) {
        parts.add(new Part(" ", false));
      }
      parts.addAll(template.parts());
    }
    return new Template(parts);
  }

  /**
   * The phrase with its gaps filled; what is filled in is not looked at again, but for the name of
   * a metric, whose Latin letters are set off from a Chinese sign that follows.
   */
  String fill(Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    boolean afterMetric = false;
    for (Part part : parts) {
      if (afterMetric
          && ENDS_IN_LATIN.matcher(filled).matches()
          && BEGINS_IN_HAN.matcher(part.text()).matches()) {
        filled.append(' ');
      }
      filled.append(part.isGap() ? values.get(part.text()) : part.text());
      afterMetric = part.isMetric();
    }
    return filled.toString();
  }
}
