package chatload.survival;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Children that hang or have no memory: the job ends all the same, and says what it has. */
@EnabledOnOs(OS.LINUX)
class FailingChildTest {

  private static final List<String> COLD = List.of("--warm-up-seconds", "0");

  @TempDir private Path temporary;

  private final List<RunningJob> jobs = new ArrayList<>();

  @AfterEach
  void nothingIsLeftOver() throws Exception {
    for (RunningJob job : jobs) {
      job.signal(Kill.Victim.JOB, "KILL");
    }
    for (RunningJob job : jobs) {
      assertThat(job.leftOver(20)).isEmpty();
    }
  }

  @Test
  void aStoppedSimulationDoesNotKeepASignalFromEndingTheJob() throws Exception {
    RunningJob job = started(temporary.resolve("report"));
    job.await(Moment.SMOKE);
    job.signal(Kill.Victim.SIMULATION, "STOP");
    job.signal(Kill.Victim.JOB, "INT");

    assertThat(job.exitStatus(30)).contains(ExitCode.INCONCLUSIVE.code());
  }

  @Test
  void aServiceThatHangsAtItsStartDoesNotKeepASignalFromEndingTheJob() throws Exception {
    RunningJob job = started(temporary.resolve("report"));
    job.awaitChild();
    job.signal(Kill.Victim.SERVICE, "STOP");
    job.signal(Kill.Victim.JOB, "TERM");

    assertThat(job.exitStatus(30)).contains(ExitCode.INCONCLUSIVE.code());
  }

  @Test
  void aSimulationWithoutMemoryEndsAndTheRunIsInconclusive() throws Exception {
    Path reportDir = temporary.resolve("report");
    RunningJob job =
        RunningJob.start(
            reportDir,
            temporary.resolve("output"),
            Map.of(),
            List.of(
                "--message",
                "[fault:big-event]",
                "--warm-up-seconds",
                "0",
                "--skip-preflight",
                "--fail-fast",
                "--set",
                "smoke.requests=600,smoke.concurrency=600,smoke.rampMs=0"));
    jobs.add(job);

    assertThat(job.exitStatus(120)).contains(ExitCode.INCONCLUSIVE.code());
    assertThat(reportDir.resolve("logs/smoke-gatling.log")).content().contains("OutOfMemoryError");
  }

  private RunningJob started(Path reportDir) throws IOException {
    RunningJob job = RunningJob.start(reportDir, temporary.resolve("output"), Map.of(), COLD);
    jobs.add(job);
    return job;
  }
}
