package chatload.result;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.OutputFile;
import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import chatload.output.ReportWriter;
import chatload.tool.Version;
import chatload.verdict.Caveat;
import chatload.verdict.Reason;
import chatload.verdict.Reason.Kind;
import chatload.verdict.Verdict.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happened is what was planned, or there is no verdict. No seal helps here. */
class PlannedJobTest extends EditedJob {

  @TempDir private Path temp;

  @Test
  void a_job_that_did_what_was_planned_passes() throws IOException {
    JobResult job = ReportWriter.read(job());
    assertThat(job.conflicts()).isEmpty();
    assertThat(job.status()).isEqualTo(Status.PASS);
    assertThat(job.mayClose()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "config.tenantId, t-loadtest, t-other",
    "config.userId, u-loadtest, u-other",
    "config.authMode, jwt, none",
    "config.threadPrefix, '\"threadPrefix\" : \"scenario\"', '\"threadPrefix\" : \"batch\"'",
    "config.message, 请记住我偏好高铁, 你好",
    "config.url, //preview.example, //other.example",
    "target.tlsVerified, \"tlsVerified\" : true, \"tlsVerified\" : false",
    "target.http2, \"http2\" : false, \"http2\" : true",
    "target.fallbackReplies, 当前模型服务暂时不可用, anything",
    "tool.gatling, 3.15.1, 3.14.9",
    "tool.java, \"java\" : \"17\", \"java\" : \"21\"",
    "tool.os, Linux, Windows",
  })
  void one_run_of_another_job_is_named_with_both_values(String field, String was, String is)
      throws IOException {
    ReportDir dir = job();
    edit(dir.manifest("baseline"), was, is);
    JobResult job = ReportWriter.read(dir);
    assertThat(job.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(job.isMixed()).isTrue();
    assertThat(reasons(job, "baseline"))
        .anyMatch(reason -> reason.kind() == Kind.PLAN_DIFFERS && reason.figures().contains(field));
    assertThat(OutputFile.text(ReportWriter.compose(dir, job).get("baseline-summary.json")))
        .as("what scripts read")
        .contains("\"status\" : \"INCONCLUSIVE\"");
  }

  @ParameterizedTest
  @CsvSource({
    "runId, 20261123-080000-abc123, 20261123-080000-abc999",
    "config.tenantId, t-loadtest, t-other",
    "config.url, //preview.example, //other.example",
    "config.requests, \"requests\" : 100, \"requests\" : 99",
    "config.concurrency, \"concurrency\" : 10, \"concurrency\" : 9",
    "config.timeoutMs, 35000, 99000",
    "config.rampMs, \"rampMs\" : 1000, \"rampMs\" : 1",
    "config.rampMs, '\"rampMs\" : 1000', '\"rampMs\" : null'",
    "thresholds.minSuccessRate, 0.99, 0.5",
    "thresholds.maxP95TotalMs, 6000.0, 60000.0",
    "thresholds.maxP95FirstTokenMs, 2000.0, 20000.0",
  })
  void runs_that_agree_with_each_other_and_not_with_the_plan_carry_no_verdict(
      String field, String was, String is) throws IOException {
    ReportDir dir = job();
    for (String scenario : List.of("smoke", "baseline", "stress")) {
      String text = Files.readString(dir.manifest(scenario));
      Files.writeString(dir.manifest(scenario), text.replace(was, is));
    }
    JobResult job = ReportWriter.read(dir);
    assertThat(job.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(reasons(job, "baseline"))
        .anyMatch(
            reason ->
                reason.kind() == Kind.PLAN_DIFFERS
                    && reason.figures().contains(field)
                    && reason.quote().contains(" ≠ "));
  }

  @Test
  void runs_that_were_in_force_on_other_terms_are_no_job_and_one_that_reached_nobody_is_part_of_it()
      throws IOException {
    ReportDir dir = job();
    String where = "\"tlsVerified\" : true,";
    edit(dir.manifest("smoke"), where, where + connection("[\"gzip\"]"));
    edit(dir.manifest("baseline"), where, where + connection("[]"));
    assertThat(ReportWriter.read(dir).status()).isEqualTo(Status.PASS);
    edit(dir.manifest("stress"), where, where + connection("[\"identity\"]"));
    assertConflict(dir, Kind.MIXED_SETTINGS);
  }

  private static String connection(String acceptEncoding) {
    return "\"connection\" : {\"acceptEncoding\" : " + acceptEncoding + "},";
  }

  @Test
  void limits_that_were_changed_in_plan_and_runs_are_no_presets() throws IOException {
    ReportDir dir = job();
    edit(dir.manifest("stress"), "\"maxP95TotalMs\" : 10000.0", "\"maxP95TotalMs\" : 90000.0");
    String plan = Files.readString(dir.job());
    int last = plan.lastIndexOf("\"maxP95TotalMs\" : 10000.0");
    Files.writeString(
        dir.job(), plan.substring(0, last) + plan.substring(last).replace("10000.0", "90000.0"));
    JobResult job = ReportWriter.read(dir);
    assertThat(job.status()).isEqualTo(Status.PASS);
    assertThat(job.caveats().get(Caveat.NOT_PRESET)).containsExactly("stress");
    assertThat(job.mayClose()).isFalse();
  }

  @Test
  void presets_that_are_told_otherwise_under_their_name_carry_no_verdict() throws IOException {
    ReportDir dir = job();
    String plan = Files.readString(dir.job());
    Files.writeString(
        dir.job(), plan.replaceFirst("\"maxP95TotalMs\" : 10000.0", "\"maxP95TotalMs\" : 90000.0"));
    assertConflict(dir, Kind.PRESETS_DIFFER);
  }

  @Test
  void presets_that_nobody_here_knows_close_nothing() throws IOException {
    ReportDir dir = job();
    edit(dir.job(), "issue-26/1", "issue-26/9");
    JobResult job = ReportWriter.read(dir);
    assertThat(job.caveats().get(Caveat.NOT_PRESET)).containsExactly("smoke", "baseline", "stress");
  }

  @Test
  void a_scenario_that_was_planned_and_did_not_run_is_missed() throws IOException {
    ReportDir dir = job();
    Files.delete(dir.chats("stress"));
    Files.delete(dir.manifest("stress"));
    JobResult job = ReportWriter.read(dir);
    assertThat(job.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(reasons(job, "stress")).extracting(Reason::kind).containsExactly(Kind.NOT_RUN);
  }

  @Test
  void a_scenario_that_was_taken_out_of_the_plan_is_found_by_what_it_left() throws IOException {
    ReportDir dir = new JobFixture().only("smoke").unsealed().in(temp.resolve("one"));
    Files.copy(job().chats("stress"), dir.chats("stress"));
    assertConflict(dir, Kind.NOT_PLANNED);
  }

  @Test
  void without_its_plan_a_directory_carries_no_verdict() throws IOException {
    ReportDir dir = job();
    Files.delete(dir.job());
    assertConflict(dir, Kind.PLAN_MISSING);
  }

  @Test
  void a_run_that_calls_itself_old_does_not_make_the_job_old() throws IOException {
    ReportDir dir = job();
    Files.delete(dir.job());
    for (String scenario : List.of("smoke", "baseline", "stress")) {
      edit(dir.manifest(scenario), Version.CHATLOAD, "0.1.0");
    }
    assertConflict(dir, Kind.PLAN_MISSING);
  }

  @Test
  void a_plan_that_is_none_carries_no_verdict() throws IOException {
    ReportDir dir = job();
    Files.writeString(dir.job(), "{}");
    assertConflict(dir, Kind.PLAN_UNUSABLE);
  }

  @Test
  void a_job_of_scenarios_needs_gatlings_own_log_of_every_run() throws IOException {
    ReportDir dir = job();
    edit(dir.job(), "\"startedBy\" : \"maven\"", "\"startedBy\" : \"scenarios\"");
    JobResult job = ReportWriter.read(dir);
    assertThat(job.status()).isEqualTo(Status.INCONCLUSIVE);
    for (String scenario : List.of("smoke", "baseline", "stress")) {
      assertThat(reasons(job, scenario))
          .extracting(Reason::kind)
          .contains(Kind.GATLING_LOG_MISSING);
    }
  }
}
