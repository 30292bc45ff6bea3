package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.run.RunManifest.Target;
import chatload.verdict.Reason.Kind;
import chatload.verdict.Verdict.Status;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobJudgeTest {

  private static final List<Reason> CONFLICT = List.of(reason(Kind.MIXED_RUNS));

  @ParameterizedTest
  @CsvSource({
    "PASS, PASS, PASS",
    "PASS, INCONCLUSIVE, INCONCLUSIVE",
    "INCONCLUSIVE, FAIL, FAIL",
    "PASS, FAIL, FAIL"
  })
  void a_fail_outweighs_what_is_inconclusive_and_that_outweighs_a_pass(
      Status one, Status other, Status job) {
    assertThat(JobJudge.judge(List.of(verdict(one), verdict(other)), List.of())).isEqualTo(job);
    assertThat(JobJudge.judge(List.of(verdict(other), verdict(one)), List.of())).isEqualTo(job);
    assertThat(JobJudge.judge(List.of(verdict(one), verdict(other)), CONFLICT))
        .isEqualTo(Status.INCONCLUSIVE);
  }

  @Test
  void no_scenario_at_all_is_no_pass() {
    assertThatThrownBy(() -> JobJudge.judge(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_scenario_without_files_is_inconclusive_and_says_what_was_looked_for() {
    Verdict verdict = JobJudge.notRun("smoke");
    assertThat(verdict.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(verdict.reasons())
        .extracting(Reason::sentence)
        .containsExactly("Not run: there is neither raw/smoke-run.json nor raw/smoke-chats.jsonl");
  }

  @Test
  void evidence_that_changed_is_told_in_the_words_that_say_how() {
    assertThat(JobJudge.evidenceChanged("a file is gone").sentence())
        .isEqualTo(
            "The evidence is not what manifest.json recorded when the run ended: a file is gone");
    assertThat(JobJudge.ownSealMissing().sentence())
        .startsWith("The runs are of version 0.1, which left no plan, and the seal");
  }

  @Test
  void scenarios_of_one_run_on_one_target_do_not_conflict() {
    assertThat(conflicts(TestRun.SMOKE, TestRun.SMOKE)).isEmpty();
  }

  @Test
  void scenarios_of_other_runs_or_targets_conflict_and_are_counted() {
    TestRun later = TestRun.SMOKE.id("run-2");
    TestRun elsewhere = TestRun.SMOKE.url("https://example.org/api/chat");
    assertThat(conflicts(TestRun.SMOKE, later)).containsExactly(reason(Kind.MIXED_RUNS));
    assertThat(conflicts(TestRun.SMOKE, elsewhere)).containsExactly(reason(Kind.MIXED_TARGETS));
    assertThat(conflicts(later, elsewhere))
        .containsExactly(reason(Kind.MIXED_RUNS), reason(Kind.MIXED_TARGETS));
  }

  @Test
  void the_embedded_target_is_one_whatever_its_port_and_never_an_external_one() {
    TestRun embedded = TestRun.SMOKE.target(Target.EMBEDDED, true);
    assertThat(conflicts(embedded, embedded.url("http://127.0.0.1:2/api/chat"))).isEmpty();
    assertThat(conflicts(embedded, TestRun.SMOKE)).containsExactly(reason(Kind.MIXED_TARGETS));
  }

  private static Verdict verdict(Status status) {
    return new Verdict(status, List.of(), status == Status.PASS ? List.of() : CONFLICT);
  }

  private static List<Reason> conflicts(TestRun... runs) {
    return JobJudge.conflicts(Arrays.stream(runs).map(TestRun::manifest).toList());
  }

  private static Reason reason(Kind kind) {
    return Reason.of(kind, "2");
  }
}
