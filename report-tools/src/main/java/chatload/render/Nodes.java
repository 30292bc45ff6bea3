package chatload.render;

import chatload.text.VisibleText;
import java.util.List;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Makes the nodes that documents are built of. */
public final class Nodes {

  /** Longest piece of foreign text that a document shows, characters. */
  static final int LONGEST_FOREIGN = 300;

  private Nodes() {}

  /** Words of our own. */
  public static Node text(String own) {
    return new Text(own);
  }

  /**
   * Text from elsewhere, as a code span: there nothing is a link, a mention, an issue number or
   * HTML. Nothing at all is a dash.
   */
  public static Node foreign(String text) {
    if (text == null || text.isEmpty()) {
      return new Text("—");
    }
    return new Code(VisibleText.of(text, LONGEST_FOREIGN));
  }

  /** A name of ours that is also a name in code or in files. */
  public static Node code(String own) {
    return new Code(own);
  }

  public static Node strong(String own) {
    return append(new StrongEmphasis(), List.of(text(own)));
  }

  /** A link of ours, to a file inside the report directory. */
  public static Node link(String own, String destination) {
    return link(text(own), destination);
  }

  /**
   * A link of ours around something.
   *
   * @param destination nothing in it has a meaning in Markdown or HTML
   */
  public static Node link(Node inside, String destination) {
    return append(new Link(destination, null), List.of(inside));
  }

  public static Node heading(int level, String own) {
    Heading heading = new Heading();
    heading.setLevel(level);
    return append(heading, List.of(text(own)));
  }

  public static Node paragraph(List<? extends Node> inlines) {
    return append(new Paragraph(), inlines);
  }

  public static Node paragraph(String own) {
    return paragraph(List.of(text(own)));
  }

  /** A tight list; each item is the inline nodes of one line. */
  public static Node bullets(List<? extends List<? extends Node>> items) {
    BulletList list = new BulletList();
    list.setMarker("-");
    list.setTight(true);
    for (List<? extends Node> inlines : items) {
      list.appendChild(append(new ListItem(), List.of(paragraph(inlines))));
    }
    return list;
  }

  public static Node document(List<? extends Node> blocks) {
    return append(new Document(), blocks);
  }

  private static Node append(Node parent, List<? extends Node> children) {
    children.forEach(parent::appendChild);
    return parent;
  }
}
