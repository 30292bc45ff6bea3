package chatload.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a browser makes of {@code OVERVIEW.html}, which is well-formed XML too. */
class HtmlDocumentsTest {

  private static final Set<String> ELEMENTS =
      Set.of(
          ("html head meta title style body main h1 h2 h3 h4 p ul li a strong code div table"
                  + " thead tbody tr th td figure figcaption nav svg desc path text rect")
              .split(" "));

  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("lang charset name content http-equiv class tabindex href rel scope xmlns viewBox role"
                  + " aria-labelledby aria-label id d x y width height text-anchor")
              .split(" "));

  static List<Path> pages() {
    return GoldenTest.htmlFiles();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void there_is_nothing_in_it_but_our_own_elements_and_attributes(Path page) throws Exception {
    Set<String> elements = new TreeSet<>();
    Set<String> attributes = new TreeSet<>();
    for (Element element : elements(page, "*")) {
      elements.add(element.getTagName());
      NamedNodeMap map = element.getAttributes();
      for (int i = 0; i < map.getLength(); i++) {
        attributes.add(map.item(i).getNodeName());
      }
    }
    assertThat(elements).isSubsetOf(ELEMENTS);
    assertThat(attributes).isSubsetOf(ATTRIBUTES);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void links_lead_into_the_report_directory_only(Path page) throws Exception {
    assertThat(elements(page, "a")).isNotEmpty();
    for (Element link : elements(page, "a")) {
      assertThat(link.getAttribute("href"))
          .matches(
              "(smoke|baseline|stress)-(report\\.md|summary\\.json)"
                  + "|chats\\.csv|junit\\.xml|metrics\\.prom|\\./|#s\\d+"
                  + "|gatling/[a-z]+simulation-\\d{17}/index\\.html");
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void addresses_appear_as_text_in_code_only(Path page) throws Exception {
    String text = Files.readString(page).replace("http://www.w3.org/2000/svg", "");
    for (Element code : elements(page, "code")) {
      assertThat(code.getElementsByTagName("*").getLength()).isZero();
    }
    assertThat(text.replaceAll("<code>[^<]*</code>", ""))
        .doesNotContain("://", "url(", "@import", "javascript:", "octocat");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void its_policy_allows_nothing_but_its_own_style_sheet(Path page) throws Exception {
    String css = elements(page, "style").get(0).getTextContent();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
    assertThat(elements(page, "meta"))
        .filteredOn(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
        .extracting(meta -> meta.getAttribute("content"))
        .containsExactly(
            "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(hash)
                + "'; base-uri 'none'; form-action 'none'");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void it_can_be_read_without_seeing_it(Path page) throws Exception {
    assertThat(elements(page, "html").get(0).getAttribute("lang"))
        .isEqualTo(page.toString().contains("expected-zh") ? "zh-Hans" : "en");
    assertThat(elements(page, "th"))
        .isNotEmpty()
        .extracting(HtmlDocumentsTest::scope)
        .containsOnly("col", "row");
    List<String> ids = new ArrayList<>();
    for (Element svg : elements(page, "svg")) {
      assertThat(svg.getAttribute("role")).isEqualTo("img");
      for (String id : svg.getAttribute("aria-labelledby").split(" ")) {
        ids.add(id);
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
    List<String> named = new ArrayList<>();
    elements(page, "title").forEach(title -> named.add(title.getAttribute("id")));
    elements(page, "desc").forEach(desc -> named.add(desc.getAttribute("id")));
    named.remove("");
    assertThat(named).containsExactlyInAnyOrderElementsOf(ids);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void it_shows_five_or_six_figures_for_every_usable_run_and_at_most_one_over_all(Path page)
      throws Exception {
    List<Integer> figures =
        elements(page, "div").stream()
            .filter(div -> div.getAttribute("class").equals("charts"))
            .map(div -> div.getElementsByTagName("figure").getLength())
            .toList();
    assertThat(figures)
        .containsAnyOf(5, 6)
        .allMatch(count -> count == 5 || count == 6 || count == 1);
    assertThat(figures.stream().filter(count -> count == 1)).hasSizeLessThanOrEqualTo(1);
    assertThat(elements(page, "figure"))
        .allMatch(one -> one.getElementsByTagName("svg").getLength() > 0);
  }

  private static String scope(Element th) {
    return th.getAttribute("scope");
  }

  private static List<Element> elements(Path page, String name) throws Exception {
    NodeList found = parse(page).getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** With the parser of the JDK, which refuses anything that is not well-formed. */
  static Document parse(Path page) throws Exception {
    String text = readString(page);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static String readString(Path page) throws IOException {
    String text = Files.readString(page);
    assertThat(text).startsWith("<!DOCTYPE html>\n<html lang=").endsWith("</html>\n");
    return text;
  }
}
