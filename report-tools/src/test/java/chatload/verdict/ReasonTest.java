package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.verdict.Reason.Kind;
import org.junit.jupiter.api.Test;

class ReasonTest {

  @Test
  void its_sentence_is_english_with_figures_and_quote_in_their_gaps() {
    assertThat(Reason.of(Kind.RECORDS_MISSING, "1", "20").sentence())
        .isEqualTo("Chats without a usable record: 1 of 20 planned");
    assertThat(Reason.quoting(Kind.UNUSABLE_MANIFEST, "torn", "a.json").sentence())
        .isEqualTo("a.json can't be used: torn");
  }

  @Test
  void only_records_that_are_not_there_leave_the_others_credible() {
    assertThat(Kind.values())
        .filteredOn(Kind::isOnlyAbsence)
        .containsExactlyInAnyOrder(Kind.RECORDS_MISSING, Kind.NOT_SENT, Kind.TORN_LINE);
  }

  @Test
  void runs_of_several_jobs_are_told_from_runs_that_were_planned_otherwise() {
    assertThat(Kind.values())
        .filteredOn(Kind::isMixture)
        .containsExactlyInAnyOrder(
            Kind.MIXED_RUNS,
            Kind.MIXED_TARGETS,
            Kind.MIXED_SETTINGS,
            Kind.STALE_RUN,
            Kind.STALE_PAUSE);
  }
}
