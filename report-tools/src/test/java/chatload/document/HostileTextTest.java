package chatload.document;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.output.ReportWriter;
import chatload.render.Markdown;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.run.Scenario;
import chatload.text.VisibleText;
import chatload.words.Language;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** One hostile text in every field that a service or a file can fill, in both languages. */
class HostileTextTest {

  @TempDir Path root;

  static Stream<Arguments> texts() {
    return Stream.of(
            "MARK | a | b |\n|---|---|",
            "MARK ` `` ``` `",
            "MARK <script>alert(1)</script><img src=x onerror=alert(1)>",
            "MARK </script></style></title></svg></code>",
            "MARK ]]> <![CDATA[ <!-- -->",
            "MARK \" onmouseover=\"alert(1)\" x='",
            "MARK &lt;b&gt; &#60;script&#62; &#x3c; &amp;lt;",
            "MARK [x](javascript:alert(1)) ![y](http://evil.example/p.png) <http://evil.example>",
            "MARK http://evil.example/?q=1 www.evil.example",
            "MARK \u001b[2J\u001b]8;;http://evil.example\u0007 \u009b31m",
            "MARK \u202egnp.exe \u2066x\u2069 \u200f \ufeff",
            "MARK @octocat #123 GH-1 octocat/repo#1 $(reboot) `id` ; rm -rf ~",
            "MARK {0} {1} {quote} {9}",
            "MARK half \ud83d pair")
        .flatMap(
            text -> Stream.of(Language.values()).map(language -> Arguments.of(text, language)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void it_is_shown_as_text_and_does_nothing(String text, Language language) throws Exception {
    ReportDir dir = job(text).dir();
    ReportWriter.write(dir, language);
    String visible = VisibleText.of(text);

    for (Path file : List.of(dir.overview(), dir.report("smoke"))) {
      Reader reader = new Reader();
      Markdown.parse(Files.readString(file)).accept(reader);
      assertThat(reader.code).as(file.toString()).filteredOn(visible::equals).hasSizeGreaterThan(4);
      assertThat(reader.elsewhere).noneMatch(other -> other.contains("MARK"));
      assertThat(reader.html).isZero();
    }
    Document page = parse(Files.readString(dir.overviewHtml()));
    assertThat(texts(page, "code")).filteredOn(visible::equals).hasSizeGreaterThan(4);
    assertThat(texts(page, "script")).isEmpty();
    assertThat(texts(page, "img")).isEmpty();
    assertThat(page.getDocumentElement().getTextContent().split("MARK", -1))
        .as("nowhere but in code")
        .hasSize(
            1 + (int) texts(page, "code").stream().filter(code -> code.contains("MARK")).count());
    assertThat(ConsoleReport.lines(ReportWriter.read(dir), false))
        .noneMatch(line -> line.chars().anyMatch(c -> c < 0x20 || c >= 0x80 && c < 0xa0))
        .noneMatch(line -> line.contains("\u202e"));
  }

  private Job job(String text) {
    return Job.in(root)
        .run(
            Scenario.SMOKE,
            1000,
            chat -> {
              chat.put("runId", text).put("traceId", text).put("threadId", text);
              chat.put("startedAt", text).put("lastEvent", text);
              if (chat.get("id").intValue() % 2 == 0) {
                Job.fail(chat, Outcome.RATE_LIMITED, Cause.RATE_LIMIT, text);
              }
            },
            run -> {
              run.put("runId", text).put("startedAt", text).put("finishedAt", text);
              ObjectNode config = (ObjectNode) run.get("config");
              for (String field : List.of("url", "authMode", "threadPrefix", "message")) {
                config.put(field, text);
              }
              ((ObjectNode) run.get("generator")).putArray("problems").add(text);
            });
  }

  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  private static List<String> texts(Document page, String element) {
    NodeList found = page.getElementsByTagName(element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  private static final class Reader extends AbstractVisitor {
    final List<String> code = new ArrayList<>();
    final List<String> elsewhere = new ArrayList<>();
    int html;

    @Override
    public void visit(Code span) {
      code.add(span.getLiteral());
    }

    @Override
    public void visit(Text text) {
      elsewhere.add(text.getLiteral());
    }

    @Override
    public void visit(Link link) {
      elsewhere.add(link.getDestination());
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      html++;
    }

    @Override
    public void visit(HtmlBlock block) {
      html++;
    }

    @Override
    public void visit(HtmlInline inline) {
      html++;
    }
  }
}
