package chatload.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes the blocks that CommonMark does not know. */
final class PageNodes implements NodeRenderer {

  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;

  PageNodes(HtmlNodeRendererContext context) {
    this.context = context;
    this.html = context.getWriter();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Drawing.class, Contents.class, Scrolling.class);
  }

  @Override
  public void render(Node node) {
    html.line();
    if (node instanceof Drawing drawing) {
      html.raw(drawing.element().toString());
    } else if (node instanceof Contents contents) {
      html.raw(contents.element().toString());
    } else {
      html.tag("div", scrollable(((Scrolling) node).name()));
      context.render(node.getFirstChild());
      html.tag("/div");
    }
    html.line();
  }

  /** Focusable, so that it can be scrolled with the keyboard; in this order in every run. */
  private static Map<String, String> scrollable(String name) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "scroll");
    attributes.put("role", "region");
    attributes.put("aria-label", name);
    attributes.put("tabindex", "0");
    return attributes;
  }
}
