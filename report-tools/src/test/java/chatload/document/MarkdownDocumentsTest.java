package chatload.document;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.render.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What GitHub makes of every Markdown document: overview and scenario reports. */
class MarkdownDocumentsTest {

  private static final Path GOLDEN =
      Path.of("report-tools/src/test/resources/chatload/document/golden");

  static List<Path> documents() {
    return GoldenTest.markdownFiles();
  }

  static List<String> cases() {
    return GoldenTest.cases();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_table_reads_back_with_as_many_cells_in_each_row_as_in_its_head(Path document)
      throws IOException {
    Reader reader = read(document);
    for (List<Integer> table : reader.widths()) {
      assertThat(table).allMatch(width -> width.equals(table.get(0)));
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void nothing_foreign_stands_outside_of_code_spans(Path document) throws IOException {
    Reader reader = read(document);
    assertThat(reader.active).isEmpty();
    assertThat(reader.destinations)
        .allMatch(
            link ->
                link.matches("OVERVIEW\\.md|(smoke|baseline|stress)-(report\\.md|summary\\.json)")
                    || link.matches("chats\\.csv|junit\\.xml|metrics\\.prom|\\./")
                    || link.matches("gatling/[a-z]+simulation-\\d{17}/index\\.html"));
    assertThat(reader.ownText)
        .isNotEmpty()
        .noneMatch(text -> text.matches(".*[@#<>\\u001b].*"))
        .noneMatch(text -> text.contains("octocat"));
    assertThat(reader.headings).isNotEmpty().noneMatch(heading -> heading.contains("octocat"));
  }

  @Test
  void every_report_has_its_tables() throws IOException {
    Reader report = read(GOLDEN.resolve("success-rate-missed/expected/baseline-report.md"));
    assertThat(report.headings)
        .containsExactly(
            "Load test report: baseline",
            "Why it is not a PASS",
            "Thresholds",
            "Totals",
            "Configuration",
            "Load generator",
            "Latency",
            "The chats behind the figures",
            "Slowest OK chats",
            "By total time",
            "By time to the first token",
            "Outcomes",
            "Causes",
            "Failures by cause",
            "model (2)");
    assertThat(report.widths())
        .extracting(List::size)
        .containsExactly(4, 2, 14, 3, 11, 6, 6, 3, 2, 3);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_verdict_comes_first_as_a_line_that_scripts_can_find(String name) throws IOException {
    List<String> lines = Files.readAllLines(GOLDEN.resolve(name).resolve("expected/OVERVIEW.md"));
    assertThat(lines.get(2)).matches("- Overall Result: \\*\\*(PASS|FAIL|INCONCLUSIVE)\\*\\*");
  }

  @Test
  void no_more_than_20_failures_are_shown_and_the_reader_is_told_of_the_others()
      throws IOException {
    String overview = Files.readString(GOLDEN.resolve("all-failed/expected/OVERVIEW.md"));
    assertThat(overview.lines().filter(line -> line.contains("scenario-baseline"))).isEmpty();
    assertThat(overview.lines().filter(line -> line.contains("-8002-"))).hasSize(20);
    assertThat(overview).contains("10 more; all of them are in baseline-summary.json.");
  }

  private static Reader read(Path document) throws IOException {
    Reader reader = new Reader();
    Markdown.parse(Files.readString(document)).accept(reader);
    return reader;
  }

  /** Collects what GitHub would make of the document. */
  private static final class Reader extends AbstractVisitor {
    final List<TableRow> rows = new ArrayList<>();
    final List<String> headings = new ArrayList<>();
    final List<String> ownText = new ArrayList<>();
    final List<String> destinations = new ArrayList<>();
    final List<Node> active = new ArrayList<>();

    List<List<Integer>> widths() {
      List<List<Integer>> tables = new ArrayList<>();
      Node last = null;
      for (TableRow row : rows) {
        Node table = row.getParent().getParent();
        if (table != last) {
          tables.add(new ArrayList<>());
          last = table;
        }
        tables.get(tables.size() - 1).add(filled(row));
      }
      return tables;
    }

    /** The parser pads short rows with empty cells; no cell of ours is empty. */
    private static int filled(TableRow row) {
      int count = 0;
      for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
        count += cell.getFirstChild() == null ? 0 : 1;
      }
      return count;
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableRow row) {
        rows.add(row);
      }
      if (node instanceof TableCell cell) {
        assertThat(cell.getFirstChild()).as("empty cell").isNotNull();
      }
      visitChildren(node);
    }

    @Override
    public void visit(Heading heading) {
      headings.add(((Text) heading.getFirstChild()).getLiteral());
      visitChildren(heading);
    }

    @Override
    public void visit(Text text) {
      ownText.add(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      assertThat(code.getLiteral()).doesNotContain("\n", "\u001b", "\u202e");
    }

    @Override
    public void visit(HtmlBlock html) {
      active.add(html);
    }

    @Override
    public void visit(HtmlInline html) {
      active.add(html);
    }

    @Override
    public void visit(Link link) {
      destinations.add(link.getDestination());
    }

    @Override
    public void visit(Image image) {
      active.add(image);
    }
  }
}
