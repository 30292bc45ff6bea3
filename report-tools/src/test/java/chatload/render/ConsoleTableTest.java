package chatload.render;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.render.ConsoleTable.Cell;
import chatload.render.ConsoleTable.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTableTest {

  @Test
  void columns_are_aligned() {
    assertThat(table(false).lines()).containsExactly("name    1", "x     100");
  }

  @Test
  void colours_are_used_only_when_asked_for_and_do_not_shift_columns() {
    assertThat(table(true).lines()).containsExactly("name    1", "\u001b[31mx\u001b[0m     100");
  }

  @Test
  void a_cell_cannot_steer_the_terminal() {
    ConsoleTable table = new ConsoleTable(true).row(List.of(Cell.words("\u001b[2Ja\nb")));
    assertThat(table.lines()).containsExactly("␛[2Ja␊b");
  }

  private static ConsoleTable table(boolean colour) {
    return new ConsoleTable(colour)
        .row(List.of(Cell.words("name"), Cell.figure("1")))
        .row(List.of(Cell.words("x").in(Look.BAD), Cell.figure("100")));
  }
}
