package chatload.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "a|b",
        "||",
        "\\|",
        "\\\\|",
        "|\\",
        "ends with \\",
        "`",
        "``",
        "`a`",
        "a ``` b ` c",
        "`|`",
        " x ",
        "<script>alert(1)</script>",
        "@octocat #123 $(id) **b** [l](http://e) ![i](x)",
        "&lt;&#124;",
        "$x$ ~~y~~ :tada: http://example.com",
      })
  void foreign_text_in_a_cell_reads_back_as_one_code_span(String text) {
    Table table = new Table().words("a").words("b").words("c");
    table.row(List.of(Nodes.text("left"), Nodes.foreign(text), Nodes.text("right")));
    Node parsed = Markdown.parse(Markdown.render(Nodes.document(List.of(table.build()))));

    assertThat(parsed.getFirstChild()).isInstanceOf(TableBlock.class);
    TableBody body = (TableBody) parsed.getFirstChild().getLastChild();
    TableCell cell = (TableCell) body.getFirstChild().getFirstChild().getNext();
    assertThat(cell.getNext().getNext()).as("a fourth cell").isNull();
    assertThat(cell.getFirstChild()).isSameAs(cell.getLastChild()).isInstanceOf(Code.class);
    assertThat(((Code) cell.getFirstChild()).getLiteral()).isEqualTo(text);
  }

  @Test
  void nothing_is_a_dash_and_not_an_open_code_span() {
    Node empty = Nodes.paragraph(List.of(Nodes.foreign("")));
    Node absent = Nodes.paragraph(List.of(Nodes.foreign(null)));
    assertThat(Markdown.render(Nodes.document(List.of(empty, absent)))).isEqualTo("—\n\n—\n");
  }

  @Test
  void a_row_must_fill_all_columns() {
    Table table = new Table().words("a").words("b");
    assertThatThrownBy(() -> table.row(List.of(Nodes.text("x"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
