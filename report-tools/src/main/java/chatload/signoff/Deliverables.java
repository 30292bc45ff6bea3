package chatload.signoff;

import chatload.render.Nodes;
import chatload.result.ScenarioResult;
import chatload.review.Item;
import chatload.verification.Finding;
import chatload.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.commonmark.node.Node;

/** Which files there must be, and that they are what they should be. */
final class Deliverables {

  private final ClosureCase closure;

  Deliverables(ClosureCase closure) {
    this.closure = closure;
  }

  List<Gate> gates() {
    List<Gate> gates = new ArrayList<>();
    for (ScenarioResult result : closure.job().scenarios()) {
      gates.add(
          reports(Say.text(result.scenario()), name -> name.startsWith(result.scenario() + "-")));
    }
    gates.add(reports(Say.of(ClosurePhrase.FILE_OVERVIEW), name -> name.startsWith("OVERVIEW.")));
    gates.add(written(closure.options().closure(), ClosurePhrase.FILE_CLOSURE));
    gates.add(written(closure.options().comment(), ClosurePhrase.FILE_COMMENT));
    gates.add(written(closure.options().commands(), ClosurePhrase.FILE_COMMANDS));
    return gates;
  }

  private Gate reports(Say title, Predicate<String> belongs) {
    List<String> names = closure.reports().keySet().stream().filter(belongs).toList();
    if (names.isEmpty()) {
      return gate(Item.REPORTS, title, false, Say.of(ClosurePhrase.FILES_ABSENT));
    }
    Optional<Finding> wrong =
        closure.findings().stream().filter(finding -> names.contains(finding.file())).findFirst();
    return gate(
        Item.REPORTS,
        words -> titled(title.in(words), names),
        wrong.isEmpty(),
        wrong
            .<Say>map(finding -> words -> words.quoting(ClosurePhrase.FILE_WRONG, finding.line()))
            .orElse(Say.of(ClosurePhrase.RECOMPUTED)));
  }

  private Gate written(String name, Phrase what) {
    return gate(
        Item.DOCUMENTS,
        words -> titled(Say.of(what).in(words), List.of(name)),
        true,
        Say.of(ClosurePhrase.WRITTEN_NOW));
  }

  private List<Node> titled(List<Node> title, List<String> names) {
    List<Node> nodes = new ArrayList<>(title);
    for (String name : names) {
      nodes.add(Nodes.text(nodes.size() == title.size() ? ": " : " + "));
      nodes.add(file(name));
    }
    return nodes;
  }

  private Gate gate(Item item, Say title, boolean done, Say evidence) {
    return Gate.of(item, title, done, evidence, closure.review());
  }

  /** A link, unless the closure stands elsewhere, where it would lead to nothing. */
  private Node file(String name) {
    return closure.options().closure().contains("/") ? Nodes.code(name) : ClosureNodes.file(name);
  }
}
