package chatload.run;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.records.ChatTally;
import chatload.records.RunEvidence;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The evidence of a run without the detour over files, for tests that look at very many runs. */
public final class ModelRun {

  private ModelRun() {}

  /**
   * What a reader makes of this manifest and these lines.
   *
   * @param lines of the records, without line ends
   */
  public static RunEvidence of(RunManifest manifest, List<byte[]> lines, Path root) {
    ReportDir dir = new ReportDir(root);
    ChatTally tally = new ChatTally(manifest);
    long offset = 0;
    for (int i = 0; i < lines.size(); i++) {
      tally.line(i + 1, offset, lines.get(i), lines.get(i).length);
      offset += lines.get(i).length + 1;
    }
    return new RunEvidence(
        manifest.scenario(),
        Optional.of(manifest),
        tally.chats(dir, manifest.scenario()),
        tally.defects());
  }

  /** For what reads records a second time, from their file. */
  public static void write(RunManifest manifest, List<byte[]> lines, Path root) {
    ReportDir dir = new ReportDir(root);
    try {
      Files.createDirectories(dir.raw());
      try (OutputStream out = Files.newOutputStream(dir.chats(manifest.scenario()))) {
        for (byte[] line : lines) {
          out.write(line);
          out.write('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record as one line. */
  public static byte[] line(ChatRecord record) {
    try {
      return Json.MAPPER.writeValueAsBytes(record);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
