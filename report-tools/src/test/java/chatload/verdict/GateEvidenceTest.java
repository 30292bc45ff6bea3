package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.fixture.CommandRun;
import chatload.fixture.JobFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate file of a job stands in its plan, and nobody changes it there unseen. */
class GateEvidenceTest {

  private static final String GATE = "closure:\n  repository: octo/chat\n";

  @TempDir private Path temp;

  @Test
  void the_overview_names_it_and_verify_finds_another_one() throws IOException {
    ReportDir dir = new JobFixture().gate("chatload.yaml", GATE).tuned().in(temp);
    assertThat(Files.readString(dir.overview())).contains("Gate file", "chatload.yaml (");
    assertThat(CommandRun.of("verify", temp).out()).startsWith("Verified");
    CommandRun prepared = CommandRun.of("prepare", temp);
    assertThat(prepared.err()).contains("Nothing may be closed");

    String plan = Files.readString(dir.job());
    Files.writeString(dir.job(), plan.replace("octo/chat", "evil/chat"));
    CommandRun verify = CommandRun.of("verify", temp);
    assertThat(verify.code()).isEqualTo(5);
    assertThat(verify.out()).contains("raw/job.json").doesNotContain("Verified");
  }

  @Test
  void a_text_that_does_not_have_its_hash_carries_no_verdict() throws IOException {
    ReportDir dir = new JobFixture().gate("chatload.yaml", GATE).unreported().in(temp);
    String plan = Files.readString(dir.job());
    Files.writeString(dir.job(), plan.replace("octo/chat", "evil/chat"));
    CommandRun report = CommandRun.of("report", temp);
    assertThat(report.code()).isEqualTo(5);
    assertThat(Files.readString(dir.overview())).contains("gate.sha256 is not that of gate.text");
  }
}
