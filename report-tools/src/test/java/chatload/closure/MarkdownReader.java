package chatload.closure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** What a reader's browser would make of a document. */
final class MarkdownReader extends AbstractVisitor {

  final List<String> html = new ArrayList<>();
  final List<String> links = new ArrayList<>();
  final StringBuilder texts = new StringBuilder();
  final List<Set<Integer>> cells = new ArrayList<>();

  @Override
  public void visit(HtmlBlock block) {
    html.add(block.getLiteral());
  }

  @Override
  public void visit(HtmlInline inline) {
    html.add(inline.getLiteral());
  }

  @Override
  public void visit(Image image) {
    links.add("an image: " + image.getDestination());
  }

  @Override
  public void visit(Link link) {
    links.add(link.getDestination());
    visitChildren(link);
  }

  @Override
  public void visit(Text text) {
    texts.append(text.getLiteral());
  }

  /** Numbers of cells that the rows of each table have. */
  @Override
  public void visit(CustomBlock table) {
    Set<Integer> widths = new HashSet<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        int width = 0;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          width += cell.getFirstChild() == null ? 0 : 1;
        }
        widths.add(width);
      }
    }
    cells.add(widths);
    visitChildren(table);
  }
}
