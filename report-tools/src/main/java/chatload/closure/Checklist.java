package chatload.closure;

import chatload.render.Nodes;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** Items of the checklist, each with what ticks it or keeps it open. */
final class Checklist {

  private Checklist() {}

  static List<Node> item(boolean done, List<Node> what, List<Node> evidence) {
    List<Node> inlines = new ArrayList<>(what);
    inlines.add(Nodes.text(" — "));
    inlines.addAll(evidence);
    return Words.task(done, inlines);
  }
}
