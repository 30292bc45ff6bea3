package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.gatling.ChatFigures;
import chatload.gatling.GatlingRun;
import chatload.records.RunEvidence;
import chatload.run.Cause;
import chatload.run.Evidence;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.verdict.Reason.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgreementTest {

  @TempDir Path root;

  @Test
  void counts_that_differ_are_told_with_all_that_either_side_counted() {
    Evidence records = Evidence.of(10).ok(1, 7).failed(8, 10, Outcome.EMPTY, Cause.MODEL);
    assertThat(agreement(figures(10, 8, 507), records).differences())
        .containsExactly(Reason.of(Kind.GATLING_COUNTS_DIFFER, "10", "8", "2", "10", "7", "3"));
  }

  @Test
  void times_are_not_compared_while_a_record_is_missing() {
    Evidence records = Evidence.of(10).ok(1, 9);
    assertThat(agreement(figures(10, 10, 9000), records)).isEqualTo(new Agreement(true, List.of()));
  }

  @Test
  void two_sides_without_an_OK_chat_agree() {
    Evidence records = Evidence.of(2).failed(1, 2, Outcome.EMPTY, Cause.MODEL);
    assertThat(agreement(figures(2, 0, null), records).agrees()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED, true, GATLING_LOG_MISSING",
    "COMPLETED, false, ",
    "ABORTED, true, ",
  })
  void a_log_that_is_needed_is_missed_when_the_run_ended_as_it_should(
      RunManifest.Status status, boolean isLogNeeded, Kind difference) {
    Agreement agreement =
        agreement(new GatlingRun.Absent(), Evidence.of(1).ok(1, 1).status(status), isLogNeeded);
    assertThat(agreement)
        .isEqualTo(
            difference == null
                ? new Agreement(null, List.of())
                : new Agreement(false, List.of(Reason.of(difference))));
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPLETED", "ABORTED"})
  void a_log_that_can_not_be_used_is_told_when_the_run_ended_as_it_should(
      RunManifest.Status status) {
    Agreement agreement =
        agreement(
            new GatlingRun.Unusable("smoke-1", "is torn"),
            Evidence.of(1).ok(1, 1).status(status),
            true);
    assertThat(agreement)
        .isEqualTo(
            status == RunManifest.Status.ABORTED
                ? new Agreement(null, List.of())
                : new Agreement(
                    false, List.of(Reason.quoting(Kind.GATLING_LOG_UNUSABLE, "smoke-1 is torn"))));
  }

  @Test
  void several_logs_are_named_and_counted_however_the_run_ended() {
    Evidence aborted = Evidence.of(1).ok(1, 1).status(RunManifest.Status.ABORTED);
    assertThat(agreement(new GatlingRun.Several(List.of("a", "b")), aborted, false).differences())
        .containsExactly(Reason.quoting(Kind.SEVERAL_GATLING_RUNS, "a, b", "2"));
  }

  @Test
  void figures_of_a_run_that_did_not_end_as_it_should_are_not_compared() {
    Evidence aborted = Evidence.of(1).ok(1, 1).status(RunManifest.Status.ABORTED);
    assertThat(agreement(figures(9, 9, 1), aborted)).isEqualTo(new Agreement(null, List.of()));
  }

  /** First tokens are as in the records. */
  private static ChatFigures figures(long total, long ok, Integer p95TotalMs) {
    Integer firstToken = ok == 0 ? null : 100;
    return new ChatFigures(total, ok, p95TotalMs, ok, firstToken, firstToken, firstToken, false);
  }

  private Agreement agreement(ChatFigures gatling, Evidence files) {
    return agreement(new GatlingRun.Measured(null, gatling, Optional.empty()), files, false);
  }

  private Agreement agreement(GatlingRun gatling, Evidence files, boolean isLogNeeded) {
    RunEvidence evidence = files.in(root);
    return Agreement.of(gatling, evidence, evidence.chats().latencies(), isLogNeeded);
  }

  /** To Gatling, a chat that its user gave up is OK or failed, as it ended. */
  @Test
  void chats_that_users_gave_up_count_on_either_side() {
    Evidence records = Evidence.of(10).ok(1, 7).failed(8, 8, Outcome.EMPTY, Cause.MODEL);
    records.failed(9, 10, Outcome.CANCELLED, null);
    assertThat(agreement(figures(10, 8, 9000), records))
        .as("times are not of the same chats")
        .isEqualTo(new Agreement(true, List.of()));
    assertThat(agreement(figures(9, 7, 507), records).differences())
        .containsExactly(Reason.of(Kind.GATLING_COUNTS_DIFFER, "9", "7", "2", "10", "7", "1"));
    assertThat(agreement(figures(11, 9, 507), records).differences())
        .containsExactly(Reason.of(Kind.GATLING_COUNTS_DIFFER, "11", "9", "2", "10", "7", "1"));
  }
}
