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

class OverviewTest {

  private static final Path GOLDEN =
      Path.of("report-tools/src/test/resources/chatload/document/golden");

  static List<String> cases() {
    return GoldenTest.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_table_reads_back_with_as_many_cells_in_each_row_as_in_its_head(String name)
      throws IOException {
    Reader reader = read(name);
    assertThat(reader.rows).isNotEmpty();
    for (List<Integer> table : reader.widths()) {
      assertThat(table).allMatch(width -> width.equals(table.get(0)));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothing_foreign_stands_outside_of_code_spans(String name) throws IOException {
    Reader reader = read(name);
    assertThat(reader.active).isEmpty();
    assertThat(reader.ownText).noneMatch(text -> text.matches(".*[@#<>\\u001b].*"));
    assertThat(reader.headings)
        .isSubsetOf(
            "Load test overview",
            "Results",
            "Two measurements",
            "Why",
            "Target and run",
            "Load generator",
            "Preconditions",
            "Latency",
            "Outcomes",
            "Failures",
            "smoke",
            "baseline",
            "stress",
            "What to look at next");
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

  private static Reader read(String name) throws IOException {
    Reader reader = new Reader();
    Markdown.parse(Files.readString(GOLDEN.resolve(name).resolve("expected/OVERVIEW.md")))
        .accept(reader);
    return reader;
  }

  /** Collects what GitHub would make of the document. */
  private static final class Reader extends AbstractVisitor {
    final List<TableRow> rows = new ArrayList<>();
    final List<String> headings = new ArrayList<>();
    final List<String> ownText = new ArrayList<>();
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
      active.add(link);
    }

    @Override
    public void visit(Image image) {
      active.add(image);
    }
  }
}
