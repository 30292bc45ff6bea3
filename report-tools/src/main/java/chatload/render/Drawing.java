package chatload.render;

import org.commonmark.node.CustomBlock;

/** A block of a document that only HTML can show, made of our own elements. */
public final class Drawing extends CustomBlock {

  private final Element element;

  public Drawing(Element element) {
    this.element = element;
  }

  Element element() {
    return element;
  }
}
