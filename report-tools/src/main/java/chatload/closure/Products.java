package chatload.closure;

import chatload.closure.ClosurePhrases.Phrase;
import chatload.document.ScenarioResult;
import chatload.render.Nodes;
import chatload.verification.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.commonmark.node.Node;

/** Section 4 of the checklist: which files there must be, and that they are what they should be. */
final class Products {

  private final ClosureCase closure;
  private final Words words;

  Products(ClosureCase closure, Words words) {
    this.closure = closure;
    this.words = words;
  }

  List<Node> blocks() {
    List<List<Node>> items = new ArrayList<>();
    for (ScenarioResult result : closure.job().scenarios()) {
      items.add(reports(result.scenario(), name -> name.startsWith(result.scenario() + "-")));
    }
    items.add(reports(words.say(Phrase.PRODUCT_OVERVIEW), name -> name.startsWith("OVERVIEW.")));
    items.add(written(closure.options().closure(), Phrase.PRODUCT_CLOSURE));
    items.add(written(closure.options().comment(), Phrase.PRODUCT_COMMENT));
    items.add(written(closure.options().commands(), Phrase.PRODUCT_COMMANDS));
    return List.of(Nodes.heading(2, words.say(Phrase.PRODUCTS)), Nodes.bullets(items));
  }

  private List<Node> reports(String title, Predicate<String> belongs) {
    List<String> names = closure.reports().keySet().stream().filter(belongs).toList();
    if (names.isEmpty()) {
      return Checklist.item(
          false, List.of(Nodes.text(title)), List.of(Nodes.text(words.say(Phrase.PRODUCT_ABSENT))));
    }
    List<Node> what = new ArrayList<>();
    what.add(Nodes.text(title + ": "));
    for (String name : names) {
      if (what.size() > 1) {
        what.add(Nodes.text(" + "));
      }
      what.add(file(name));
    }
    Optional<Finding> wrong =
        closure.findings().stream().filter(finding -> names.contains(finding.file())).findFirst();
    return Checklist.item(
        wrong.isEmpty(),
        what,
        wrong.isEmpty()
            ? List.of(Nodes.text(words.say(Phrase.RECOMPUTED)))
            : words.quoting(Phrase.PRODUCT_WRONG, wrong.get().line()));
  }

  private List<Node> written(String name, Phrase what) {
    return Checklist.item(
        true,
        List.of(Nodes.text(words.say(what) + ": "), file(name)),
        List.of(Nodes.text(words.say(Phrase.WRITTEN_NOW))));
  }

  /** A link, unless the closure stands elsewhere, where it would lead to nothing. */
  private Node file(String name) {
    return closure.options().closure().contains("/") ? Nodes.code(name) : Words.file(name);
  }
}
