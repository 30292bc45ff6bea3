package chatload.document;

import chatload.document.OverviewPhrases.Phrase;
import chatload.metric.ChatTime;
import chatload.metric.Metric;
import chatload.render.Nodes;
import chatload.verdict.Reason;
import chatload.verdict.Template;
import chatload.words.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Node;

/** Fills phrases: our own words become text, words from elsewhere become code spans. */
final class Wording {

  private final OverviewPhrases phrases;

  Wording(OverviewPhrases phrases) {
    this.phrases = phrases;
  }

  OverviewPhrases phrases() {
    return phrases;
  }

  /** A phrase as plain text, its gaps filled with figures and names of ours. */
  String say(Phrase phrase, String... figures) {
    return fill(phrases.say(phrase), figures);
  }

  Language language() {
    return phrases.language();
  }

  /** What a metric is called. */
  String say(Metric metric) {
    return MetricWords.say(metric, language());
  }

  /** What a time of a chat is called. */
  String say(ChatTime time) {
    return TimeWords.of(time).name(language());
  }

  /** As {@link #say(Phrase, String...)}. */
  String say(Bilingual phrase, String... figures) {
    return fill(phrase.in(phrases.language()), figures);
  }

  /** Any template as plain text, its gaps filled with figures and names of ours. */
  static String fill(String template, String... figures) {
    return Template.parse(template).fill(gaps(figures));
  }

  /** A reason as inline nodes. */
  List<Node> nodes(Reason reason) {
    return nodes(phrases.say(reason), reason.values());
  }

  /** A phrase with a quotation as inline nodes. */
  List<Node> quoting(Phrase phrase, String quote, String... figures) {
    Map<String, String> values = gaps(figures);
    values.put(Template.Part.QUOTE, quote);
    return nodes(phrases.say(phrase), values);
  }

  /** As {@link #quoting(Phrase, String, String...)}. */
  List<Node> quoting(Bilingual phrase, String quote, String... figures) {
    Map<String, String> values = gaps(figures);
    values.put(Template.Part.QUOTE, quote);
    return nodes(phrase.in(phrases.language()), values);
  }

  private static Map<String, String> gaps(String... figures) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < figures.length; i++) {
      values.put(Integer.toString(i), figures[i]);
    }
    return values;
  }

  private static List<Node> nodes(String template, Map<String, String> values) {
    List<Node> nodes = new ArrayList<>();
    StringBuilder own = new StringBuilder();
    for (Template.Part part : Template.parse(template).parts()) {
      if (part.isQuote()) {
        nodes.add(Nodes.text(own.toString()));
        own.setLength(0);
        nodes.add(Nodes.foreign(values.get(part.text())));
      } else {
        own.append(part.isGap() ? values.get(part.text()) : part.text());
      }
    }
    nodes.add(Nodes.text(own.toString()));
    return nodes;
  }
}
