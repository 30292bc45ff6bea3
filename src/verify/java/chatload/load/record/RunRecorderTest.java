package chatload.load.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.evidence.EvidenceSeal;
import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {

  private static final int RECORDS = 20;

  @TempDir private Path temporary;

  @Test
  @EnabledOnOs(OS.LINUX)
  void aRecordThatDoesNotFitOnTheDiskIsTakenBackAndCountedAsNotWritten() throws Exception {
    Process limited =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f 2; exec \"$@\"",
                "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                RunRecorderTest.class.getName(),
                temporary.toString())
            .inheritIO()
            .start();
    assertThat(limited.waitFor()).as("records that were not written").isBetween(1, RECORDS - 1);

    String text = Files.readString(new ReportDir(temporary).chats("smoke"));
    assertThat(text).endsWith("\n");
    assertThat(text.lines().map(RunRecorderTest::id))
        .as("the short one that still fitted, too")
        .hasSize(RECORDS - limited.exitValue())
        .contains(1, RECORDS);
  }

  @Test
  void nothing_is_added_to_evidence_that_was_sealed() throws Exception {
    ReportDir directory = new ReportDir(temporary);
    RunRecorder.open(directory, "smoke").close();
    EvidenceSeal.seal(directory, Optional.empty());
    assertThatThrownBy(() -> RunRecorder.open(directory, "baseline"))
        .hasMessageContaining("reported on already");
    assertThat(directory.chats("baseline")).doesNotExist();
  }

  @Test
  void nothing_is_recorded_through_a_link() throws Exception {
    Path other = Files.createDirectories(temporary.resolve("other"));
    Path root = Files.createDirectories(temporary.resolve("report"));
    Files.createSymbolicLink(root.resolve("raw"), other);
    assertThatThrownBy(() -> RunRecorder.lock(new ReportDir(root)))
        .hasMessageContaining("is a symbolic link");
    assertThatThrownBy(() -> RunRecorder.open(new ReportDir(root), "smoke"))
        .hasMessageContaining("is a symbolic link");
    assertThat(other).isEmptyDirectory();
  }

  /** Writes records, of which the last one is short, and exits with how many it could not write. */
  public static void main(String[] args) {
    int recorded;
    try (RunRecorder recorder = RunRecorder.open(new ReportDir(Path.of(args[0])), "smoke")) {
      for (int id = 1; id < RECORDS; id++) {
        recorder.chat(record(id, "t".repeat(300)));
      }
      recorder.chat(record(RECORDS, "t"));
      recorded = recorder.recorded();
    }
    System.exit(RECORDS - recorded);
  }

  private static ChatRecord record(int id, String threadId) {
    return new ChatRecord(
        "run",
        "smoke",
        id,
        "trace-" + id,
        threadId,
        "2026-11-23T08:00:00Z",
        0,
        1.0,
        2.0,
        2,
        1,
        null,
        Outcome.OK,
        null,
        200,
        null,
        "done",
        1,
        true,
        2,
        null,
        null,
        null,
        null,
        null);
  }

  private static int id(String line) {
    try {
      return Json.MAPPER.readValue(line, ChatRecord.class).id();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
