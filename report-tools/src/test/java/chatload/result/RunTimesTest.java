package chatload.result;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.output.ReportWriter;
import chatload.verdict.Reason.Kind;
import chatload.verdict.Verdict.Status;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runs of a job follow its plan and each other in time. */
class RunTimesTest extends EditedJob {

  @ParameterizedTest
  @CsvSource({
    "smoke, 2026-11-23T08:00:00.000Z, 2026-08-23T08:00:00.000Z, STALE_RUN",
    "smoke, 2026-11-23T08:00:00.000Z, 2026-11-23T07:58:00.000Z, STALE_RUN",
    "stress, 2026-11-23T08, 2026-11-25T08, STALE_PAUSE",
    "stress, 2026-11-23T08:01:00.000Z, soon, TIME_UNKNOWN",
    "stress, 2026-11-23T08:01:00.000Z, 2026-11-23T07:30:00.000Z, TIME_UNKNOWN",
  })
  void runs_of_another_time_carry_no_verdict(String scenario, String was, String is, Kind kind)
      throws IOException {
    ReportDir dir = job();
    edit(dir.manifest(scenario), was, is);
    assertConflict(dir, kind);
  }

  @Test
  void a_clock_that_was_set_back_by_half_a_minute_is_no_other_time() throws IOException {
    ReportDir dir = job();
    edit(dir.manifest("smoke"), "2026-11-23T08:00:00.000Z", "2026-11-23T07:59:00.000Z");
    assertThat(ReportWriter.read(dir).status()).isEqualTo(Status.PASS);
  }

  @Test
  void a_clock_that_was_set_back_a_little_in_mid_run_changes_no_time_of_any_chat()
      throws IOException {
    ReportDir dir = job();
    edit(dir.manifest("smoke"), "2026-11-23T08:01:00.000Z", "2026-11-23T07:59:30.000Z");
    JobResult job = ReportWriter.read(dir);
    assertThat(job.status()).isEqualTo(Status.PASS);
    assertThat(job.scenarios().get(0).summary().orElseThrow().totals().durationMs()).isPositive();
  }
}
