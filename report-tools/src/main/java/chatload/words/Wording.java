package chatload.words;

import chatload.render.Nodes;
import chatload.text.VisibleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Node;

/**
 * Says phrases in one language: our own words become text, words from elsewhere become code spans.
 *
 * @param language what everything is said in
 */
public record Wording(Language language) {

  /** What the terminal and JSON files speak. */
  public static final Wording ENGLISH = new Wording(Language.EN);

  /** A phrase as plain text, its gaps filled with figures and names of ours. */
  public String say(Phrase phrase, String... figures) {
    return Words.of(phrase, language).fill(gaps(List.of(figures), null));
  }

  /** As plain text, with words from elsewhere as they are. */
  public String say(Said said) {
    return Words.of(said.phrase(), language).fill(gaps(said));
  }

  /** As one visible line for a terminal. */
  public String line(Said said) {
    return VisibleText.of(say(said));
  }

  /** As inline nodes. */
  public List<Node> nodes(Said said) {
    return nodes(said.phrase(), gaps(said));
  }

  /** A phrase with a quotation as inline nodes. */
  public List<Node> quoting(Phrase phrase, String quote, String... figures) {
    return nodes(phrase, gaps(List.of(figures), quote));
  }

  private List<Node> nodes(Phrase phrase, Map<String, String> values) {
    List<Node> nodes = new ArrayList<>();
    List<Template.Part> own = new ArrayList<>();
    for (Template.Part part : Words.of(phrase, language).parts()) {
      if (part.isQuote()) {
        addOwn(nodes, own, values);
        own.clear();
        nodes.add(Nodes.foreign(values.get(part.text())));
      } else {
        own.add(part);
      }
    }
    addOwn(nodes, own, values);
    return nodes;
  }

  private static void addOwn(
      List<Node> nodes, List<Template.Part> own, Map<String, String> values) {
    if (!own.isEmpty()) {
      nodes.add(Nodes.text(new Template(own).fill(values)));
    }
  }

  private Map<String, String> gaps(Said said) {
    Map<String, String> values = gaps(said.figures(), said.quote());
    if (said.metric() != null) {
      values.put(Template.Part.METRIC, say(said.metric()));
    }
    return values;
  }

  private static Map<String, String> gaps(List<String> figures, String quote) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < figures.size(); i++) {
      values.put(Integer.toString(i), figures.get(i));
    }
    values.put(Template.Part.QUOTE, quote);
    return values;
  }
}
