package chatload.render;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Makes a document a page to find one's way in: a list of contents before the first section, every
 * table in a block of its own that can scroll, and a head in front of every row.
 */
final class PageStructure extends AbstractVisitor {

  private final Contents contents;
  private String heading = "";

  /**
   * @param name what to call the list of contents
   */
  PageStructure(String name) {
    this.contents = new Contents(name);
  }

  @Override
  public void visit(Heading found) {
    heading = ((Text) found.getFirstChild()).getLiteral();
    if (found.getLevel() == 2) {
      if (contents.isEmpty()) {
        found.insertBefore(contents);
      }
      contents.add(heading);
    }
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      Node scrolling = new Scrolling(heading);
      block.insertBefore(scrolling);
      scrolling.appendChild(block);
    }
    visitChildren(block);
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof TableRow && node.getFirstChild() instanceof TableCell first) {
      first.setHeader(true);
    }
    visitChildren(node);
  }
}
