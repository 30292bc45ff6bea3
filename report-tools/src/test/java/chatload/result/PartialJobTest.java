package chatload.result;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.closure.ClosureResult;
import chatload.closure.ClosureWriter;
import chatload.document.ConsoleReport;
import chatload.files.OutputFile;
import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import chatload.output.ReportWriter;
import chatload.run.Cause;
import chatload.run.ClosureTarget;
import chatload.run.Outcome;
import chatload.signoff.ClosureRequest;
import chatload.verdict.Caveat;
import chatload.verdict.Verdict.Status;
import chatload.words.Language;
import org.junit.jupiter.api.Test;

/** A job of which only a part of the checklist was asked for. */
class PartialJobTest extends EditedJob {

  @Test
  void a_part_that_was_asked_for_and_passes_is_a_pass_that_closes_nothing_and_says_so() {
    ReportDir dir = new JobFixture().only("smoke").tuned().in(temp.resolve("smoke"));
    JobResult job = ReportWriter.read(dir);
    assertThat(job.status()).isEqualTo(Status.PASS);
    assertThat(job.status().exitCode().code()).isZero();
    assertThat(job.caveats().get(Caveat.PARTIAL_PRESET)).containsExactly("baseline", "stress");
    assertThat(job.mayClose()).isFalse();
    String words = "Only a part of the checklist was asked for: not valid for sign-off without";
    assertThat(ConsoleReport.lines(job, false)).contains(words + " baseline, stress");
    assertThat(OutputFile.text(ReportWriter.compose(dir, job).get("OVERVIEW.md")))
        .contains(words + " baseline, stress")
        .contains("without --profiles");
    ClosureResult prepared =
        ClosureWriter.write(dir, ClosureRequest.usual(Language.EN, ClosureTarget.USUAL));
    assertThat(prepared.blockers()).anyMatch(blocker -> blocker.contains(words));
    ReportWriter.write(dir, Language.ZH);
    assertThat(dir.overview()).content().contains("只要求执行清单的一部分：缺少 baseline, stress");
  }

  @Test
  void a_part_that_was_asked_for_and_fails_is_a_fail() {
    ReportDir dir =
        new JobFixture()
            .only("smoke")
            .failing("smoke", 3, Outcome.HTTP_ERROR, Cause.SERVICE, "status 500")
            .in(temp.resolve("smoke"));
    assertThat(ReportWriter.read(dir).status()).isEqualTo(Status.FAIL);
  }
}
