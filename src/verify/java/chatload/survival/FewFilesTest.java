package chatload.survival;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.tool.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that the operating system gives fewer open files than their users need. */
@EnabledOnOs(OS.LINUX)
class FewFilesTest {

  @TempDir private Path temporary;

  private Path reportDir;
  private RunningJob job;

  @AfterEach
  void nothingIsLeftOver() throws Exception {
    job.signal(Kill.Victim.JOB, "KILL");
    assertThat(job.leftOver(20)).isEmpty();
  }

  @Test
  void tooFewFilesForTheUsersAreNamedBeforeAnythingIsSentOrWritten() throws Exception {
    reportDir = temporary.resolve("report");
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
        .contains(
            "only 256 files can be open at once; stress with 300 chats at once", "ulimit -n 520")
        .doesNotContain("preflight", "Preflight", "embedded");
    assertThat(reportDir).doesNotExist();
  }

  @Test
  void filesThatRunOutInMidRunAreTheGeneratorsTroubleAndNothingHangs() throws Exception {
    job = stress();
    job.await(Moment.STRESS);
    job.leaveFilesToSimulation(3);

    assertThat(job.exitStatus(30)).contains(ExitCode.INCONCLUSIVE.code());
    assertOnlyTheGeneratorFailed();
  }

  @Test
  void noFileAtAllFromSomeMomentOnIsTheGeneratorsTroubleAndNothingHangs() throws Exception {
    job = stress();
    job.await(Moment.STRESS);
    job.limitFilesOfSimulation(8);

    assertThat(job.exitStatus(60)).contains(ExitCode.INCONCLUSIVE.code());
    assertOnlyTheGeneratorFailed();
  }

  /** Users arrive for four seconds, and each needs a connection. */
  private RunningJob stress() throws IOException {
    reportDir = temporary.resolve("report");
    return RunningJob.start(
        reportDir,
        temporary.resolve("output"),
        Map.of(),
        List.of(
            "--skip-preflight",
            "--warm-up-seconds",
            "0",
            "--profiles",
            "stress",
            "--set",
            "stress.requests=80,stress.concurrency=40,stress.rampMs=4000"));
  }

  private void assertOnlyTheGeneratorFailed() throws IOException {
    try (Stream<String> records = Files.lines(reportDir.resolve("raw/stress-chats.jsonl"))) {
      assertThat(records.map(FewFilesTest::cause).filter(cause -> !cause.isEmpty()))
          .isNotEmpty()
          .containsOnly("generator");
    }
  }

  /** Empty for a chat that was OK. */
  private static String cause(String chat) {
    try {
      JsonNode cause = Json.MAPPER.readTree(chat).path("cause");
      return cause.asText("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
