package chatload;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.launch.Home;
import chatload.tool.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A job that is stopped while it sends load. */
@OnIdleMachine
class StoppedRunTest extends SmallJob {

  @Test
  void aRunThatIsInterruptedKeepsItsRecordsSaysInconclusiveAndLeavesNoProcess() throws Exception {
    Path directory = temporary.resolve("report");
    Process loadtest = startedAndRecording(directory);
    List<ProcessHandle> children = loadtest.descendants().toList();
    assertThat(children).as("the service and the simulation").hasSize(2);
    loadtest.destroy();

    assertThat(loadtest.waitFor()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertThat(Files.readAllLines(directory.resolve("raw/smoke-chats.jsonl")))
        .as("chats, none of which the end of the service cut short")
        .isNotEmpty()
        .allMatch(chat -> chat.contains("\"outcome\":\"OK\""));
    assertThat(Files.readString(directory.resolve("OVERVIEW.md"))).contains("**INCONCLUSIVE**");
    assertThat(json(directory.resolve("raw/smoke-run.json")).at("/status").asText())
        .isEqualTo("ABORTED");
  }

  @Test
  void aRunWhoseParentIsKilledEndsItself() throws Exception {
    Path directory = temporary.resolve("report");
    Process loadtest = startedAndRecording(directory);
    List<ProcessHandle> children = loadtest.descendants().toList();
    loadtest.destroyForcibly().waitFor();
    for (ProcessHandle child : children) {
      child.onExit().get(20, TimeUnit.SECONDS);
    }

    assertThat(loadtest(Map.of(), List.of("report", "--report-dir", directory.toString())))
        .as(output())
        .isEqualTo(ExitCode.INCONCLUSIVE.code());
  }

  /** The command in a process of its own, once it has recorded its first chats. */
  private Process startedAndRecording(Path directory) throws IOException, InterruptedException {
    Process loadtest =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + Home.PROPERTY + "=" + System.getProperty("user.dir"),
                "-cp",
                System.getProperty("java.class.path"),
                "chatload.Main",
                "scenarios",
                "--warm-up-seconds",
                "0",
                "--report-dir",
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("output").toFile())
            .start();
    Path records = directory.resolve("raw/smoke-chats.jsonl");
    for (int i = 0; i < 300 && !(Files.exists(records) && Files.size(records) > 500); i++) {
      Thread.sleep(100);
    }
    return loadtest;
  }
}
