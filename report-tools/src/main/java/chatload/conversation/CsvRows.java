package chatload.conversation;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into the rows and cells of CSV as RFC 4180 has it; an empty line is no row. */
final class CsvRows {

  /**
   * One row.
   *
   * @param line where it begins, from 1
   */
  record Row(int line, List<String> cells) {}

  private final String text;
  private final List<Row> rows = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private List<String> cells = new ArrayList<>();
  private int line = 1;
  private int begun = 1;

  private CsvRows(String text) {
    this.text = text;
  }

  /**
   * All rows.
   *
   * @throws chatload.tool.UserError with exit code 2 if a quote is not where one can be
   */
  static List<Row> read(String text) {
    CsvRows csv = new CsvRows(text);
    csv.read();
    return csv.rows;
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      char sign = text.charAt(at);
      if (sign == '"' && cell.isEmpty()) {
        at = quoted(at + 1);
        continue;
      }
      if (sign == ',') {
        endCell();
      } else if (sign == '\n') {
        endRow();
      } else if (sign != '\r' || at + 1 < text.length() && text.charAt(at + 1) != '\n') {
        cell.append(sign);
      }
      at++;
    }
    endRow();
  }

  /** Takes what is quoted; returns the place behind its last quote. */
  private int quoted(int from) {
    int at = from;
    while (at < text.length()) {
      char sign = text.charAt(at++);
      line += sign == '\n' ? 1 : 0;
      if (sign != '"') {
        cell.append(sign);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else if (at == text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0) {
        return at;
      } else {
        throw TurnReader.error(
            line, "has text behind a closing quote", "Write \" within quotes as \"\".");
      }
    }
    throw TurnReader.error(begun, "begins a quote that never ends", "Close it with \".");
  }

  private void endCell() {
    cells.add(cell.toString());
    cell.setLength(0);
  }

  private void endRow() {
    boolean isEmpty = cells.isEmpty() && cell.toString().isBlank();
    endCell();
    if (!isEmpty) {
      rows.add(new Row(begun, cells));
    }
    cells = new ArrayList<>();
    line++;
    begun = line;
  }
}
