package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.render.Markdown;
import chatload.render.Nodes;
import chatload.render.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in a document that is otherwise written by hand; {@code -Dgolden.update=true} rewrites
 * the table. It is found by its heads.
 */
final class DocumentTable {

  private DocumentTable() {}

  /** Fails unless the document has exactly that table. */
  static void assertIn(Path document, Table table) throws IOException {
    List<String> expected = lines(table);
    List<String> text = new ArrayList<>(Files.readAllLines(document));
    int from = text.indexOf(expected.get(0));
    assertThat(from).as("%s has no table %s", document, expected.get(0)).isNotNegative();
    int to = from;
    while (to < text.size() && text.get(to).startsWith("|")) {
      to++;
    }
    List<String> found = text.subList(from, to);
    if (Boolean.getBoolean("golden.update") && !found.equals(expected)) {
      found.clear();
      found.addAll(expected);
      Files.writeString(document, String.join("\n", text) + "\n");
    }
    assertThat(found).as("the table in %s", document).isEqualTo(expected);
  }

  /** With blanks around the cells, as people write tables. */
  private static List<String> lines(Table table) {
    return Markdown.render(Nodes.document(List.of(table.build())))
        .lines()
        .map(line -> line.replaceAll("(?<!\\\\)\\|", " | ").replace("  ", " ").strip())
        .toList();
  }
}
