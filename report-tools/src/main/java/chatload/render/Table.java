package chatload.render;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableCell.Alignment;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** Builds a table row by row. Columns are declared first; every row must fill all of them. */
public final class Table {

  private final List<Alignment> alignments = new ArrayList<>();
  private final List<List<? extends Node>> head = new ArrayList<>();
  private final List<List<List<? extends Node>>> rows = new ArrayList<>();

  /** A column for words. */
  public Table words(String title) {
    return column(title, null);
  }

  /** A column for figures, right-aligned. */
  public Table figures(String title) {
    return column(title, Alignment.RIGHT);
  }

  /** A row of cells with one inline node each. */
  public Table row(List<? extends Node> cells) {
    return cells(cells.stream().map(List::of).toList());
  }

  /** A row of cells with any number of inline nodes each. */
  public Table cells(List<? extends List<? extends Node>> cells) {
    if (cells.size() != head.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + head.size() + " columns");
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /** True when no row was added. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  public Node build() {
    TableBlock block = new TableBlock();
    TableHead tableHead = new TableHead();
    tableHead.appendChild(row(head, true));
    block.appendChild(tableHead);
    TableBody body = new TableBody();
    rows.forEach(cells -> body.appendChild(row(cells, false)));
    block.appendChild(body);
    return block;
  }

  private Table column(String title, Alignment alignment) {
    alignments.add(alignment);
    head.add(List.of(Nodes.text(title)));
    return this;
  }

  private TableRow row(List<? extends List<? extends Node>> cells, boolean header) {
    TableRow row = new TableRow();
    for (int i = 0; i < cells.size(); i++) {
      TableCell cell = new TableCell();
      cell.setHeader(header);
      cell.setAlignment(alignments.get(i));
      cells.get(i).forEach(cell::appendChild);
      row.appendChild(cell);
    }
    return row;
  }
}
