package chatload.render;

import org.commonmark.node.CustomBlock;

/** A block around a table, which scrolls sideways where the page is narrower than the table. */
final class Scrolling extends CustomBlock {}
