package chatload.closure;

import chatload.closure.ClosurePhrases.Phrase;
import chatload.document.MetricWords;
import chatload.metric.Metric;
import chatload.render.Nodes;
import chatload.render.VisibleText;
import chatload.verdict.Mark;
import chatload.verdict.Reason;
import chatload.verdict.Template;
import chatload.words.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Fills phrases: our own words become text, words from elsewhere become code spans. */
final class Words {

  private final ClosurePhrases phrases;
  private final String[] numbers;

  /**
   * @param numbers of issue and epic, for the phrases that name them
   */
  Words(ClosurePhrases phrases, int issue, int epic) {
    this.phrases = phrases;
    this.numbers = new String[] {Integer.toString(issue), Integer.toString(epic)};
  }

  static Words of(ClosureOptions options) {
    return new Words(ClosurePhrases.in(options.language()), options.issue(), options.epic());
  }

  /** For the terminal, where nothing names the issue. */
  static Words english() {
    return new Words(ClosurePhrases.in(Language.EN), Request.DEFAULT_ISSUE, Request.DEFAULT_EPIC);
  }

  /** A phrase as plain text, its gaps filled with figures and names of ours. */
  String say(Phrase phrase, String... figures) {
    return Template.parse(phrases.say(phrase)).fill(gaps(figures));
  }

  /** What a metric is called. */
  String say(Metric metric) {
    return MetricWords.say(metric, phrases.language());
  }

  /** A phrase that names the issue and the epic, followed by further gaps. */
  String sayNumbers(Phrase phrase, String... more) {
    String[] figures = new String[numbers.length + more.length];
    System.arraycopy(numbers, 0, figures, 0, numbers.length);
    System.arraycopy(more, 0, figures, numbers.length, more.length);
    return say(phrase, figures);
  }

  String say(Mark mark, List<String> scenarios) {
    return Template.parse(phrases.say(mark)).fill(gaps(String.join(", ", scenarios)));
  }

  /** A phrase with a quotation as inline nodes. */
  List<Node> quoting(Phrase phrase, String quote, String... figures) {
    Map<String, String> values = gaps(figures);
    values.put(Template.Part.QUOTE, quote);
    return nodes(phrases.say(phrase), values);
  }

  List<Node> nodes(Reason reason) {
    return nodes(phrases.say(reason), reason.values());
  }

  /** As one visible line for the terminal. */
  String plain(Reason reason) {
    return VisibleText.of(Template.parse(phrases.say(reason)).fill(reason.values()));
  }

  /** As one visible line for the terminal. */
  String plain(Say what) {
    StringBuilder line = new StringBuilder();
    Node all = Nodes.paragraph(what.in(this));
    all.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            line.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            line.append(code.getLiteral());
          }
        });
    return VisibleText.of(line.toString());
  }

  /** A link to a file beside the document. */
  static Node file(String path) {
    Link link = new Link(path, null);
    link.appendChild(Nodes.code(path));
    return link;
  }

  /** An item of a task list, as GitHub shows it; it has no node of its own. */
  static List<Node> task(boolean done, List<? extends Node> inlines) {
    List<Node> item = new ArrayList<>();
    item.add(raw(done ? "[x] " : "[ ] "));
    item.addAll(inlines);
    return item;
  }

  /** Lines to paste into a shell. */
  static Node shell(String... lines) {
    FencedCodeBlock block = new FencedCodeBlock();
    block.setInfo("bash");
    block.setLiteral(String.join("\n", lines) + "\n");
    return block;
  }

  /** The line by which a document is known again; GitHub does not show it. */
  static Node marker(String runKey) {
    HtmlBlock marker = new HtmlBlock();
    marker.setLiteral("<!-- " + RunKey.marker(runKey) + " -->");
    return marker;
  }

  private static Node raw(String markdown) {
    HtmlInline raw = new HtmlInline();
    raw.setLiteral(markdown);
    return raw;
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
        if (own.length() > 0) {
          nodes.add(Nodes.text(own.toString()));
          own.setLength(0);
        }
        nodes.add(Nodes.foreign(values.get(part.text())));
      } else {
        own.append(part.isGap() ? values.get(part.text()) : part.text());
      }
    }
    if (own.length() > 0) {
      nodes.add(Nodes.text(own.toString()));
    }
    return nodes;
  }
}
