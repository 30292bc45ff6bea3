package chatload.render;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;

/** Says of cells and verdicts what they are, for the style sheet and for screen readers. */
final class PageAttributes implements AttributeProvider {

  private static final Set<String> VERDICTS = Set.of("PASS", "FAIL", "INCONCLUSIVE");

  @Override
  public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
    if (node instanceof TableCell cell) {
      attributes.remove("align");
      if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
        attributes.put("class", "figure");
      }
      if (cell.isHeader()) {
        attributes.put("scope", "col");
      }
    } else if (node instanceof StrongEmphasis
        && node.getFirstChild() instanceof Text text
        && VERDICTS.contains(text.getLiteral())) {
      attributes.put("class", "verdict " + text.getLiteral().toLowerCase(Locale.ROOT));
    }
  }
}
