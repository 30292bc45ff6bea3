package chatload.survival;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that the operating system gives fewer open files than their users need. */
@EnabledOnOs(OS.LINUX)
class FewFilesTest {

  @TempDir private Path temporary;

  private RunningJob job;

  @AfterEach
  void nothingIsLeftOver() throws Exception {
    job.signal(Kill.Victim.JOB, "KILL");
    assertThat(job.leftOver(20)).isEmpty();
  }

  @Test
  void tooFewFilesForTheUsersAreNamedBeforeAnythingIsSentOrWritten() throws Exception {
    Path reportDir = temporary.resolve("report");
    Path output = temporary.resolve("output");
    job =
        RunningJob.start(
            List.of("prlimit", "--nofile=256:256"),
            reportDir,
            output,
            Map.of(),
            List.of("--set", "stress.concurrency=300,stress.requests=300", "--profiles", "stress"));

    assertThat(job.exitStatus(30)).contains(ExitCode.UNUSABLE_INPUT.code());
    assertThat(output)
        .content()
        .contains("only 256 files can be open at once; stress with 300 users", "ulimit -n 520")
        .doesNotContain("preflight", "Preflight", "embedded");
    assertThat(reportDir).doesNotExist();
  }
}
