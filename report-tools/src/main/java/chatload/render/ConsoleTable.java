package chatload.render;

import chatload.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** A table for the terminal. Cells are made harmless; colours are put around the padded cell. */
public final class ConsoleTable {

  private static final String GAP = "  ";
  private static final String RESET = "\u001b[0m";

  private final boolean colour;
  private final List<List<Cell>> rows = new ArrayList<>();

  /**
   * @param colour whether to use ANSI escapes
   */
  public ConsoleTable(boolean colour) {
    this.colour = colour;
  }

  /** How a cell looks. */
  public enum Look {
    PLAIN(""),
    BOLD("\u001b[1m"),
    GOOD("\u001b[32m"),
    BAD("\u001b[31m"),
    DOUBTFUL("\u001b[33m");

    private final String escape;

    Look(String escape) {
      this.escape = escape;
    }

    /** {@code text}, made harmless, in this look if {@code colour}. */
    public String paint(String text, boolean colour) {
      String safe = VisibleText.of(text);
      return colour && this != PLAIN ? escape + safe + RESET : safe;
    }
  }

  /** One cell: any text, a look, and the side that it is aligned to. */
  public record Cell(String text, Look look, boolean right) {
    public Cell {
      text = VisibleText.of(text);
    }

    public static Cell words(String text) {
      return new Cell(text, Look.PLAIN, false);
    }

    public static Cell figure(String text) {
      return new Cell(text, Look.PLAIN, true);
    }

    public Cell in(Look other) {
      return new Cell(text, other, right);
    }

    private int width() {
      return text.codePointCount(0, text.length());
    }
  }

  /** Adds a row; all rows must have the same number of cells. */
  public ConsoleTable row(List<Cell> cells) {
    if (!rows.isEmpty() && rows.get(0).size() != cells.size()) {
      throw new IllegalArgumentException(cells.size() + " cells, not " + rows.get(0).size());
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /** One line per row. */
  public List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<Cell> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      Cell cell = cells.get(column);
      String padding = " ".repeat(width(column) - cell.width());
      line.append(column == 0 ? "" : GAP).append(cell.right() ? padding : "");
      line.append(cell.look().paint(cell.text(), colour));
      if (!cell.right() && column < cells.size() - 1) {
        line.append(padding);
      }
    }
    return line.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(cells -> cells.get(column).width()).max().orElse(0);
  }
}
