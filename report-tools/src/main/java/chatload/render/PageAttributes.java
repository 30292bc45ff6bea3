package chatload.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;

/** Says of cells and verdicts what they are, for the style sheet and for screen readers. */
final class PageAttributes implements AttributeProvider {

  private static final List<String> VERDICTS = List.of("PASS", "FAIL", "INCONCLUSIVE");

  /** What stands at the end of a cell that tells of something missed. */
  private static final String MISSED = "\u2717";

  private int sections;

  @Override
  public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
    if (node instanceof TableCell cell) {
      attributes.remove("align");
      look(cell).ifPresent(look -> attributes.put("class", look));
      if (cell.isHeader()) {
        boolean isHead = cell.getParent().getParent() instanceof TableHead;
        attributes.put("scope", isHead ? "col" : "row");
      }
    } else if (node instanceof Heading heading && heading.getLevel() == 2) {
      attributes.put("id", Contents.id(++sections));
    } else if (node instanceof Heading heading && heading.getLevel() == 1) {
      verdict(heading).ifPresent(verdict -> attributes.put("class", verdict));
    } else if (node instanceof StrongEmphasis) {
      verdict(node)
          .filter(verdict -> literal(node).length() == verdict.length())
          .ifPresent(verdict -> attributes.put("class", "verdict " + verdict));
    }
  }

  private static Optional<String> look(TableCell cell) {
    List<String> looks = new ArrayList<>();
    if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
      looks.add("figure");
    }
    if (cell.getLastChild() instanceof Text text && text.getLiteral().endsWith(MISSED)) {
      looks.add("missed");
    }
    return looks.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", looks));
  }

  /** The verdict that its text begins with. */
  private static Optional<String> verdict(Node node) {
    return VERDICTS.stream()
        .filter(literal(node)::startsWith)
        .findFirst()
        .map(verdict -> verdict.toLowerCase(Locale.ROOT));
  }

  private static String literal(Node node) {
    return node.getFirstChild() instanceof Text text ? text.getLiteral() : "";
  }
}
