package chatload.survival;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.OnIdleMachine;
import chatload.files.ReportDir;
import chatload.launch.Home;
import chatload.tool.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Report directories that others use, move or delete while a job runs in them. */
@EnabledOnOs(OS.LINUX)
@OnIdleMachine
class ReportDirectoryTest {

  private static final int UNUSABLE = ExitCode.UNUSABLE_INPUT.code();
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
  void ofJobsThatStartAtOnceInOneDirectoryExactlyOneGoesOn() throws Exception {
    Path reportDir = temporary.resolve("report");
    for (int i = 0; i < 5; i++) {
      jobs.add(RunningJob.start(reportDir, temporary.resolve(i + ".out"), Map.of(), COLD));
    }
    List<RunningJob> going = new ArrayList<>(jobs);
    for (long end = System.nanoTime() + 60_000_000_000L; going.size() > 1; ) {
      assertThat(System.nanoTime()).as("several go on").isLessThan(end);
      going.removeIf(job -> job.exitStatus().filter(status -> status == UNUSABLE).isPresent());
      Thread.sleep(50);
    }

    going.get(0).await(Moment.SMOKE);
    assertThat(Files.readAllLines(reportDir.resolve("raw/run-id"))).hasSize(1);
  }

  @Test
  void nobodyElseWritesIntoTheDirectoryOfARunningJob() throws Exception {
    ReportDir directory = new ReportDir(temporary.resolve("report"));
    RunningJob job = started(directory.root(), "--set", "smoke.requests=400");
    job.await(Moment.SMOKE);
    for (String command : List.of("report", "prepare", "finalize", "review")) {
      assertThat(Aftermath.run(command, directory.root())).as(command).isEqualTo(UNUSABLE);
    }
    assertThat(maven(directory)).isNotZero();

    assertThat(directory.overview()).doesNotExist();
    assertThat(directory.evidence()).doesNotExist();
    assertThat(directory.chats("stress")).doesNotExist();
  }

  /** Runs a simulation into the directory as Maven would; returns its exit status. */
  private static int maven(ReportDir directory) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(new Home(Path.of("").toAbsolutePath()).jvmOptions());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.gatling.app.Gatling"));
    command.addAll(List.of("-s", "chatload.simulation.StressSimulation"));
    command.addAll(List.of("-rf", directory.gatling().toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LOADTEST_REPORT_DIR", directory.root().toString());
    return builder.start().waitFor();
  }

  @Test
  void aDirectoryThatIsDeletedEndsTheJobAndIsNotMadeAgain() throws Exception {
    Path reportDir = temporary.resolve("report");
    RunningJob job = started(reportDir);
    job.await(Moment.SMOKE);
    deleteAll(reportDir);

    assertThat(job.exitStatus(60)).contains(UNUSABLE);
    assertThat(reportDir).doesNotExist();
  }

  @Test
  void aDirectoryThatIsMovedAwayKeepsItsRecordsAndItsReplacementIsLeftAlone() throws Exception {
    Path reportDir = temporary.resolve("report");
    Path moved = temporary.resolve("moved");
    RunningJob job = started(reportDir);
    job.await(Moment.SMOKE);
    Files.move(reportDir, moved);
    Files.createDirectories(reportDir.resolve("raw"));
    Files.writeString(reportDir.resolve("raw/run-id"), "somebody else's\n");

    assertThat(job.exitStatus(60)).contains(UNUSABLE);
    try (Stream<Path> files = Files.walk(reportDir)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
    assertThat(Aftermath.run("report", moved)).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(moved.resolve("raw/smoke-chats.jsonl")).isNotEmptyFile();
  }

  @Test
  void aFileOrADeadLinkWhereADirectoryIsNeededIsNamed() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), temporary.resolve("nowhere"));
    for (Path reportDir : List.of(file, file.resolve("below"), link)) {
      Path output = temporary.resolve("output");
      RunningJob job = RunningJob.start(reportDir, output, Map.of(), COLD);

      assertThat(job.exitStatus(60)).contains(UNUSABLE);
      assertThat(output).content().contains("directory").doesNotContain("defect", "another run");
    }
  }

  private RunningJob started(Path reportDir, String... more) throws IOException {
    List<String> options = new ArrayList<>(COLD);
    options.addAll(List.of(more));
    RunningJob job = RunningJob.start(reportDir, temporary.resolve("output"), Map.of(), options);
    jobs.add(job);
    return job;
  }

  private static void deleteAll(Path directory) throws IOException, InterruptedException {
    new ProcessBuilder("rm", "-rf", directory.toString()).inheritIO().start().waitFor();
  }
}
