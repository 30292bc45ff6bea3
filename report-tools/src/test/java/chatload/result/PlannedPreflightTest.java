package chatload.result;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import chatload.output.ReportWriter;
import chatload.verdict.Reason.Kind;
import chatload.verdict.Verdict.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The preflight is there if it was planned, and is that of this job. */
class PlannedPreflightTest extends EditedJob {

  static Stream<String[]> preflights() {
    return Stream.of(
        new String[] {"//preview.example", "//other.example", "url"},
        new String[] {"2026-11-23T07:59:00.000Z", "2026-11-20T07:59:00.000Z", "startedAt"},
        new String[] {"2026-11-23T07:59:00.000Z", "2026-11-23T09:59:00.000Z", "startedAt"},
        new String[] {"2026-11-23T07:59:00.000Z", "then", "startedAt"});
  }

  @ParameterizedTest
  @MethodSource("preflights")
  void a_preflight_of_another_job_carries_no_verdict(String was, String is, String field)
      throws IOException {
    ReportDir dir = job();
    edit(dir.preflight(), was, is);
    JobResult job = ReportWriter.read(dir);
    assertThat(job.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(job.conflicts())
        .anyMatch(
            reason -> reason.kind() == Kind.PREFLIGHT_DIFFERS && reason.figures().contains(field));
  }

  @Test
  void a_planned_preflight_has_to_be_there_and_one_that_was_not_planned_must_not()
      throws IOException {
    ReportDir dir = job();
    Path kept = temp.resolve("kept.json");
    Files.move(dir.preflight(), kept);
    assertConflict(dir, Kind.PREFLIGHT_MISSING);
    Files.writeString(dir.preflight(), "{");
    assertConflict(dir, Kind.PREFLIGHT_UNUSABLE);
    ReportDir skipped = new JobFixture().withoutPreflight().unsealed().in(temp.resolve("without"));
    assertThat(ReportWriter.read(skipped).status()).isEqualTo(Status.PASS);
    Files.move(kept, skipped.preflight());
    assertConflict(skipped, Kind.PREFLIGHT_NOT_PLANNED);
  }
}
