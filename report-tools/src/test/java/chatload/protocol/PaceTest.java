package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MS = 1_000_000;

  private final Pace pace = new Pace();

  @Test
  void one_piece_has_no_gap() {
    pace.piece(10 * MS, 0);
    assertThat(pace.longestGapNanos()).isNegative();
    assertThat(pace.p95GapNanos()).isNegative();
    assertThat(pace.longestGapAfter()).isZero();
    assertThat(pace.ownInLongestGap()).isZero();
  }

  @Test
  void the_longest_gap_is_named_with_its_place() {
    pieces(0, 20, 40, 540, 560);
    assertThat(pace.longestGapNanos()).isEqualTo(500 * MS);
    assertThat(pace.longestGapAfter()).isEqualTo(3);
    assertThat(pace.ownInLongestGap()).isZero();
  }

  @Test
  void what_was_read_late_is_no_gap_of_the_service() {
    pieces(0, 20, 120);
    pace.piece(1120 * MS, 1000 * MS);
    pace.piece(1130 * MS, 0);

    assertThat(pace.longestGapNanos()).as("after the late one").isEqualTo(1010 * MS);
    assertThat(pace.ownInLongestGap()).isEqualTo((1010 - 100) * MS);
    assertThat(pace.longestGapAfter()).as("the service's own").isEqualTo(2);
    assertThat(pace.ownInAnyGap()).isEqualTo(1000 * MS);
  }

  @Test
  void a_gap_is_not_hidden_by_reading_late_what_came_before_it() {
    pace.piece(0, 0);
    pace.piece(3000 * MS, 2900 * MS);
    pace.piece(4000 * MS, 0);

    assertThat(pace.longestGapNanos()).isEqualTo(3900 * MS);
    assertThat(pace.longestGapNanos() - pace.ownInLongestGap()).isEqualTo(1000 * MS);
  }

  @Test
  void p95_is_nearest_rank_and_a_copy_stands_still() {
    long at = 0;
    for (int gap = 0; gap <= 20; gap++) {
      at += gap * MS;
      pace.piece(at, 0);
    }
    Pace copy = pace.copy();
    pace.piece(at + 500 * MS, 0);
    pace.piece(at + 1000 * MS, 0);

    assertThat(copy.p95GapNanos()).isEqualTo(19 * MS);
    assertThat(pace.p95GapNanos()).isEqualTo(500 * MS);
    assertThat(copy.pieces()).isEqualTo(21);
  }

  @Test
  void of_very_long_replies_the_first_gaps_count_for_p95() {
    for (int i = 0; i <= Pace.MOST; i++) {
      pace.piece(i * MS, 0);
    }
    for (int i = 1; i <= Pace.MOST; i++) {
      pace.piece(Pace.MOST * MS + i * 100 * MS, 0);
    }
    assertThat(pace.p95GapNanos()).isEqualTo(MS);
    assertThat(pace.longestGapNanos()).isEqualTo(100 * MS);
  }

  @Test
  void behind_the_last_gap_that_counts_none_moves_the_rank() {
    long at = 0;
    pace.piece(at, 0);
    for (int gap = Pace.MOST; gap > 0; gap--) {
      at += gap * MS;
      pace.piece(at, 0);
    }
    assertThat(pace.p95GapNanos()).isEqualTo(3892 * MS);
    pace.piece(at + 5000 * MS, 0);
    assertThat(pace.p95GapNanos()).isEqualTo(3892 * MS);
    assertThat(pace.copy().p95GapNanos()).isEqualTo(3892 * MS);
  }

  @Test
  void two_pieces_have_one_gap_and_of_two_that_are_as_long_the_first_is_named() {
    pieces(0, 20);
    assertThat(pace.p95GapNanos()).isEqualTo(20 * MS);
    pieces(40);
    assertThat(pace.longestGapAfter()).isEqualTo(1);
  }

  @Test
  void characters_are_counted_as_people_do() {
    pace.text("高铁 ");
    pace.text("\uD83D\uDE00");
    assertThat(pace.chars()).isEqualTo(4);
  }

  private void pieces(int... millis) {
    for (int at : millis) {
      pace.piece(at * MS, 0);
    }
  }
}
