package chatload.render;

import org.commonmark.node.CustomBlock;

/** A block around a table, which scrolls sideways where the page is narrower than the table. */
final class Scrolling extends CustomBlock {

  private final String name;

  /**
   * @param name what the table is about, for screen readers
   */
  Scrolling(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }
}
