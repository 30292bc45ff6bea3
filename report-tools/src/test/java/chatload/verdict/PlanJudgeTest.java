package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.protocol.mapping.Protocols;
import chatload.protocol.mapping.Spoken;
import chatload.records.Expectation;
import chatload.run.JobPlan;
import chatload.run.JobPlan.Preflight;
import chatload.run.Plans;
import chatload.run.PresetSet;
import chatload.run.ProtocolUsed;
import chatload.run.RunManifest;
import chatload.run.RunManifest.Target;
import chatload.run.Scenario;
import chatload.verdict.Reason.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanJudgeTest {

  private static final String URL = "https://chat.example/api/chat";
  private static final JobPlan PLAN = Plans.whole("run-1");
  private static final Expectation OLD = Expectation.beforePlans();
  private static final RunManifest RUN =
      TestRun.SMOKE
          .url(URL)
          .target(new Target(Target.EXTERNAL, true, false, List.of(), null))
          .manifest();

  @Test
  void a_run_that_is_not_what_was_planned_is_told_field_by_field() {
    assertThat(PlanJudge.doubts(Expectation.of(Plans.whole("run-2")), RUN))
        .contains(Reason.quoting(Kind.PLAN_DIFFERS, "run-2 ≠ run-1", "runId"))
        .doesNotContain(Reason.quoting(Kind.PLAN_DIFFERS, URL + " ≠ " + URL, "config.url"));
    assertThat(PlanJudge.doubts(OLD, RUN)).isEmpty();
  }

  @Test
  void without_a_plan_that_can_be_used_there_is_no_job() {
    Expectation missing = new Expectation(Expectation.State.MISSING, Optional.empty(), null);
    Expectation torn = new Expectation(Expectation.State.UNUSABLE, Optional.empty(), "torn");
    assertThat(PlanJudge.conflicts(missing, List.of(RUN), List.of()))
        .containsExactly(Reason.of(Kind.PLAN_MISSING));
    assertThat(PlanJudge.conflicts(torn, List.of(RUN), List.of()))
        .containsExactly(Reason.quoting(Kind.PLAN_UNUSABLE, "torn"));
    assertThat(PlanJudge.conflicts(OLD, List.of(RUN), List.of())).isEmpty();
    assertThat(PlanJudge.conflicts(planned(PresetSet.CURRENT), List.of(RUN), List.of())).isEmpty();
  }

  @Test
  void presets_are_held_against_what_was_published_under_their_name() {
    PresetSet published = PresetSet.ISSUE_26_1;
    PresetSet shorter = new PresetSet(published.name(), published.scenarios().subList(0, 1));
    PresetSet unknown = new PresetSet("issue-26/9", shorter.scenarios());
    assertThat(PlanJudge.conflicts(planned(shorter), List.of(), List.of()))
        .containsExactly(Reason.of(Kind.PRESETS_DIFFER, published.name()));
    assertThat(PlanJudge.conflicts(planned(unknown), List.of(), List.of())).isEmpty();
  }

  @Test
  void a_protocol_that_contradicts_its_text_is_no_plan() {
    String text = Protocols.text("ollama");
    String hash = Spoken.of("ollama.yaml", text, "m").sha256();
    assertThat(PlanJudge.conflicts(speaking("ollama", hash, text), List.of(), List.of())).isEmpty();
    assertThat(PlanJudge.conflicts(speaking("gemini", hash, text), List.of(), List.of()))
        .containsExactly(
            Reason.quoting(Kind.PLAN_UNUSABLE, "target.protocol is not what its text says"));
  }

  @Test
  void what_was_not_planned_what_is_not_alike_and_what_ran_at_another_time_are_conflicts() {
    RunManifest other =
        TestRun.SMOKE.target(Target.EXTERNAL, false).scenario(Scenario.STRESS).manifest();
    RunManifest later = TestRun.at("baseline", "2026-12-23T08:00:00Z", "2026-12-23T08:01:00Z");
    assertThat(
            PlanJudge.conflicts(
                OLD, List.of(TestRun.SMOKE.manifest(), other, later), List.of("soak", "spike")))
        .containsExactly(
            Reason.quoting(Kind.NOT_PLANNED, "soak, spike"),
            Reason.quoting(
                Kind.MIXED_SETTINGS,
                "smoke: true ≠ stress: false ≠ baseline: true",
                "target.tlsVerified"),
            Reason.of(
                Kind.STALE_PAUSE,
                "smoke",
                "2026-11-23T08:00:10Z",
                "baseline",
                "2026-12-23T08:00:00Z"));
  }

  @Test
  void a_preflight_that_can_not_be_read_is_missing_unusable_or_was_not_planned() {
    assertThat(PlanJudge.preflight(plan(Preflight.PLANNED), false))
        .containsExactly(Reason.of(Kind.PREFLIGHT_MISSING));
    assertThat(PlanJudge.preflight(plan(Preflight.PLANNED), true))
        .containsExactly(Reason.of(Kind.PREFLIGHT_UNUSABLE));
    assertThat(PlanJudge.preflight(plan(Preflight.SKIPPED), true))
        .containsExactly(Reason.of(Kind.PREFLIGHT_NOT_PLANNED));
    assertThat(PlanJudge.preflight(plan(Preflight.SKIPPED), false)).isEmpty();
  }

  @Test
  void a_preflight_is_held_against_every_run_and_the_times() {
    JobPlan plan = plan(Preflight.PLANNED);
    List<RunManifest> runs = List.of(RUN, TestRun.SMOKE.url("https://other.example").manifest());
    assertThat(PlanJudge.preflight(plan, List.of(RUN), URL, Plans.CREATED_AT)).isEmpty();
    assertThat(PlanJudge.preflight(plan, runs, URL, "then"))
        .containsExactly(
            Reason.quoting(Kind.PREFLIGHT_DIFFERS, URL + " ≠ https://other.example", "url"),
            Reason.quoting(Kind.PREFLIGHT_DIFFERS, "then ≠ " + Plans.CREATED_AT, "startedAt"));
    assertThat(PlanJudge.preflight(plan(Preflight.SKIPPED), runs, URL, "then"))
        .containsExactly(Reason.of(Kind.PREFLIGHT_NOT_PLANNED));
  }

  private static Expectation planned(PresetSet presets) {
    return Expectation.of(Plans.with(PLAN, "presets", presets));
  }

  private static Expectation speaking(String name, String hash, String text) {
    JobPlan.Target target = PLAN.target();
    return Expectation.of(
        Plans.with(
            PLAN,
            "target",
            new JobPlan.Target(
                target.url(),
                target.kind(),
                target.tlsVerified(),
                target.http2(),
                target.fallbackReplies(),
                target.headers(),
                new ProtocolUsed(name, hash, true, "m", text),
                target.health(),
                null)));
  }

  private static JobPlan plan(Preflight preflight) {
    return Plans.with(PLAN, "preflight", preflight);
  }
}
