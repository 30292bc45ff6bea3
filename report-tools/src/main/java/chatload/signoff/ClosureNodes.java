package chatload.signoff;

import chatload.render.Nodes;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Nodes that only closing documents are built of. */
public final class ClosureNodes {

  private ClosureNodes() {}

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
  public static Node shell(String... lines) {
    FencedCodeBlock block = new FencedCodeBlock();
    block.setInfo("bash");
    block.setLiteral(String.join("\n", lines) + "\n");
    return block;
  }

  /** The line by which a document is known again; GitHub does not show it. */
  public static Node marker(String runKey) {
    HtmlBlock marker = new HtmlBlock();
    marker.setLiteral("<!-- " + RunKey.marker(runKey) + " -->");
    return marker;
  }

  private static Node raw(String markdown) {
    HtmlInline raw = new HtmlInline();
    raw.setLiteral(markdown);
    return raw;
  }
}
