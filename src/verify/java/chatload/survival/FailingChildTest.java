package chatload.survival;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.launch.Home;
import chatload.tool.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

  /** Started as the job starts it, but with a small heap. */
  @Test
  void aSimulationWithoutMemoryEndsAndTheRunIsInconclusive() throws Exception {
    Path reportDir = temporary.resolve("report");
    Path log = temporary.resolve("log");
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.add(new Home(Path.of("").toAbsolutePath()).jvmOptions());
    command.addAll(
        List.of(
            "-Xms8m",
            "-Xmx22m",
            "-DreportDir=" + reportDir,
            "-DwarmUpSeconds=0",
            "-Dset=smoke.requests=3000,smoke.concurrency=1500",
            "-cp",
            System.getProperty("java.class.path"),
            "io.gatling.app.Gatling",
            "-s",
            "chatload.simulation.SmokeSimulation",
            "-rf",
            temporary.resolve("gatling").toString()));
    Process simulation =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(simulation.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      simulation.destroyForcibly();
    }
    assertThat(simulation.exitValue()).isNotZero();
    assertThat(log).content().contains("OutOfMemoryError");
    assertThat(Aftermath.run("report", reportDir)).isEqualTo(ExitCode.INCONCLUSIVE.code());
  }

  private RunningJob started(Path reportDir) throws IOException {
    RunningJob job = RunningJob.start(reportDir, temporary.resolve("output"), Map.of(), COLD);
    jobs.add(job);
    return job;
  }
}
