package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.verdict.Reason.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonTest {

  @Test
  void its_values_are_its_figures_by_position_and_a_quote_only_if_there_is_one() {
    assertThat(Reason.of(Kind.RECORDS_MISSING, "1", "20").values())
        .containsOnly(Map.entry("0", "1"), Map.entry("1", "20"));
    assertThat(Reason.quoting(Kind.UNUSABLE_MANIFEST, "torn", "a.json").values())
        .containsOnly(Map.entry("0", "a.json"), Map.entry("quote", "torn"));
  }

  @Test
  void only_records_that_are_not_there_leave_the_others_credible() {
    assertThat(Kind.values())
        .filteredOn(Kind::isOnlyAbsence)
        .containsExactlyInAnyOrder(Kind.RECORDS_MISSING, Kind.NOT_SENT, Kind.TORN_LINE);
  }
}
