package chatload.render;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** GitHub-flavoured Markdown, from a tree and back. */
public final class Markdown {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final MarkdownRenderer RENDERER =
      MarkdownRenderer.builder().extensions(EXTENSIONS).build();
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

  private Markdown() {}

  /** The whole file, with a newline at its end. */
  public static String render(Node document) {
    return RENDERER.render(document);
  }

  public static Node parse(String markdown) {
    return PARSER.parse(markdown);
  }
}
