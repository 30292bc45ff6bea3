package chatload.result;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import chatload.output.ReportWriter;
import chatload.verdict.Reason;
import chatload.verdict.Reason.Kind;
import chatload.verdict.Verdict.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A job that passes, whose raw files can be changed one by one. No seal is in the way. */
abstract class EditedJob {

  @TempDir Path temp;

  ReportDir job() {
    return new JobFixture().unsealed().in(temp.resolve("job"));
  }

  static void assertConflict(ReportDir dir, Kind kind) {
    JobResult job = ReportWriter.read(dir);
    assertThat(job.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(job.mayClose()).isFalse();
    assertThat(job.conflicts()).extracting(Reason::kind).contains(kind);
  }

  static List<Reason> reasons(JobResult job, String scenario) {
    return job.scenarios().stream()
        .filter(result -> result.scenario().equals(scenario))
        .flatMap(result -> result.verdict().reasons().stream())
        .toList();
  }

  static void edit(Path file, String was, String is) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(was);
    Files.writeString(file, text.replace(was, is));
  }
}
