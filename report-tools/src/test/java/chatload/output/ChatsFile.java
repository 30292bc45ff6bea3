package chatload.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.simpleflatmapper.lightningcsv.CsvParser;

/** A file of chats, read by the CSV reader that comes with Gatling. */
record ChatsFile(List<String> columns, List<List<String>> rows) {

  static ChatsFile read(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Reader in = Files.newBufferedReader(file)) {
      for (String[] row : CsvParser.reader(in)) {
        rows.add(List.of(row));
      }
    }
    assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.get(0)));
    return new ChatsFile(rows.get(0), rows.subList(1, rows.size()));
  }

  String cell(int row, String column) {
    return rows.get(row).get(columns.indexOf(column));
  }

  /** Scenario and outcome, and how many chats have them. */
  Map<String, Integer> outcomes() {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int row = 0; row < rows.size(); row++) {
      outcomes.merge(cell(row, "scenario") + " " + cell(row, "outcome"), 1, Integer::sum);
    }
    return outcomes;
  }
}
