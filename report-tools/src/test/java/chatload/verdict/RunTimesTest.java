package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.run.JobPlan;
import chatload.run.JobPlan.StartedBy;
import chatload.run.Plans;
import chatload.run.RunManifest;
import chatload.verdict.Reason.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job is planned at 07:59:00. */
class RunTimesTest {

  private static final JobPlan PLAN = Plans.whole("run-1");

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T07:59:00Z, 2026-11-23T08:00:00Z, ",
    "2026-11-23T07:58:00Z, 2026-11-23T08:00:00Z, ",
    "2026-11-23T07:57:59.999Z, 2026-11-23T08:00:00Z, STALE_RUN",
    "2026-11-24T07:59:00Z, 2026-11-24T08:00:00Z, ",
    "2026-11-24T07:59:00.001Z, 2026-11-24T08:00:00Z, STALE_PAUSE",
    "2026-11-23T08:01:00Z, 2026-11-23T08:00:00Z, ",
    "2026-11-23T08:01:00.001Z, 2026-11-23T08:00:00Z, TIME_UNKNOWN",
    "soon, 2026-11-23T08:00:00Z, TIME_UNKNOWN",
    "2026-11-23T08:00:00Z, later, TIME_UNKNOWN",
    "2026-11-23T08:00:00Z, , ",
  })
  void a_run_may_begin_a_minute_before_its_plan_or_a_day_after_it(
      String from, String to, Kind conflict) {
    assertThat(RunTimes.conflicts(Optional.of(PLAN), List.of(TestRun.at("smoke", from, to))))
        .extracting(Reason::kind)
        .isEqualTo(conflict == null ? List.of() : List.of(conflict));
  }

  @Test
  void a_conflict_names_the_times_that_do_not_fit() {
    List<RunManifest> runs =
        List.of(
            TestRun.at("smoke", "2026-11-22T08:00:00Z", "2026-11-22T08:01:00Z"),
            TestRun.at("baseline", "2026-11-23T08:02:00Z", "2026-11-23T08:00:00Z"),
            TestRun.at("stress", "2026-11-23T08:03:00Z", "some day"),
            TestRun.at("soak", "2026-11-25T08:00:00Z", null));
    assertThat(RunTimes.conflicts(Optional.of(PLAN), runs))
        .containsExactly(
            Reason.of(Kind.STALE_RUN, "smoke", "2026-11-22T08:00:00Z", "2026-11-23T07:59:00Z"),
            Reason.quoting(
                Kind.TIME_UNKNOWN, "2026-11-23T08:02:00Z – 2026-11-23T08:00:00Z", "baseline"),
            Reason.quoting(Kind.TIME_UNKNOWN, "some day", "stress"),
            Reason.of(
                Kind.STALE_PAUSE,
                "raw/job.json",
                "2026-11-23T07:59:00Z",
                "soak",
                "2026-11-25T08:00:00Z"));
  }

  @Test
  void a_plan_that_does_not_say_when_it_was_made_is_a_conflict_and_makes_no_run_stale() {
    RunManifest run = TestRun.at("smoke", "2026-11-22T08:00:00Z", "2026-11-22T08:01:00Z");
    assertThat(
            RunTimes.conflicts(Optional.of(Plans.with(PLAN, "createdAt", "today")), List.of(run)))
        .containsExactly(Reason.quoting(Kind.TIME_UNKNOWN, "today", "raw/job.json"));
    assertThat(RunTimes.conflicts(Optional.empty(), List.of(run))).isEmpty();
  }

  @Test
  void a_pause_is_counted_from_the_latest_end_in_whatever_order_the_runs_are_given() {
    RunManifest days = TestRun.at("smoke", "2026-11-23T08:00:00Z", "2026-11-25T08:00:00Z");
    RunManifest within = TestRun.at("baseline", "2026-11-23T09:00:00Z", "2026-11-23T09:01:00Z");
    RunManifest next = TestRun.at("stress", "2026-11-26T08:00:00Z", "2026-11-26T08:01:00Z");
    assertThat(RunTimes.conflicts(Optional.empty(), List.of(next, within, days))).isEmpty();
    RunManifest late = TestRun.at("stress", "2026-11-26T08:00:01Z", "2026-11-26T08:01:00Z");
    assertThat(RunTimes.conflicts(Optional.empty(), List.of(late, within, days)))
        .containsExactly(
            Reason.of(
                Kind.STALE_PAUSE,
                "smoke",
                "2026-11-25T08:00:00Z",
                "stress",
                "2026-11-26T08:00:01Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "SCENARIOS, 2026-11-23T07:59:30Z, ",
    "SCENARIOS, 2026-11-23T07:58:00Z, ",
    "SCENARIOS, 2026-11-23T07:57:59Z, 2026-11-23T07:57:59Z ≠ 2026-11-23T07:59:00Z – 2026-11-23T08:00:00Z",
    "SCENARIOS, 2026-11-23T08:01:00Z, ",
    "SCENARIOS, 2026-11-23T08:01:01Z, 2026-11-23T08:01:01Z ≠ 2026-11-23T07:59:00Z – 2026-11-23T08:00:00Z",
    "MAVEN, 2026-11-22T07:59:00Z, ",
    "MAVEN, 2026-11-22T07:58:59Z, 2026-11-22T07:58:59Z ≠ 2026-11-23T07:59:00Z – 2026-11-23T08:00:00Z",
    "SCENARIOS, then, then ≠ 2026-11-23T07:59:00Z",
  })
  void a_preflight_belongs_between_the_plan_and_the_first_run(
      StartedBy by, String at, String differs) {
    RunManifest first = TestRun.at("smoke", "2026-11-23T08:00:00Z", "2026-11-23T08:01:00Z");
    RunManifest second = TestRun.at("baseline", "2026-11-23T08:05:00Z", "2026-11-23T08:06:00Z");
    assertThat(RunTimes.preflight(Plans.with(PLAN, "startedBy", by), List.of(second, first), at))
        .isEqualTo(Optional.ofNullable(differs));
  }

  @Test
  void a_preflight_without_any_run_is_only_held_against_the_plan() {
    assertThat(RunTimes.preflight(PLAN, List.of(), "2026-11-23T09:00:00Z")).isEmpty();
    assertThat(RunTimes.preflight(PLAN, List.of(), "2026-11-22T09:00:00Z"))
        .contains("2026-11-22T09:00:00Z ≠ 2026-11-23T07:59:00Z");
  }
}
