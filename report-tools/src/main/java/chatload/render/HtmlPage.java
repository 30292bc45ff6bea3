package chatload.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A document as one HTML file that needs nothing else: no script, no font, no network. Its policy
 * allows nothing but its own style sheet, by hash, so that even markup that slipped through could
 * neither run nor fetch anything.
 */
public final class HtmlPage {

  private static final String CSS = styleSheet();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .extensions(List.of(TablesExtension.create()))
          .nodeRendererFactory(PageNodes::new)
          .attributeProviderFactory(context -> new PageAttributes())
          .build();

  private HtmlPage() {}

  /**
   * The whole file. The document is changed, see {@link PageStructure}.
   *
   * @param lang language of the words, a BCP 47 tag
   * @param title our own words
   * @param contents what to call the list of contents
   */
  public static String render(String lang, String title, String contents, Node document) {
    document.accept(new PageStructure(contents));
    Element head =
        Element.of("head")
            .add(Element.of("meta").with("charset", "utf-8"))
            .add(meta("viewport", "width=device-width, initial-scale=1"))
            .add(meta("color-scheme", "light dark"))
            .add(meta("referrer", "no-referrer"))
            .add(
                Element.of("meta")
                    .with("http-equiv", "Content-Security-Policy")
                    .with("content", policy()))
            .add(Element.of("title").text(title))
            .add(Element.of("style").markup(CSS));
    Element main = Element.of("main").markup("\n" + RENDERER.render(document));
    Element html =
        Element.of("html").with("lang", lang).add(head).add(Element.of("body").add(main));
    return "<!DOCTYPE html>\n" + html + "\n";
  }

  private static Element meta(String name, String content) {
    return Element.of("meta").with("name", name).with("content", content);
  }

  private static String policy() {
    return "default-src 'none'; style-src 'sha256-"
        + sha256(CSS)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String styleSheet() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("page.css")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
