package chatload.evidence;

import chatload.files.Json;
import chatload.files.ReportDir;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The seal of version 0.1, which left no plan: its evidence counts under that seal alone. */
public final class OldSeal {

  private static final int SCHEMA_VERSION = 1;

  private OldSeal() {}

  /** Seals what is there now, anew if it was sealed. */
  public static void write(ReportDir dir, String runId) throws IOException {
    Files.deleteIfExists(dir.evidence());
    List<EvidenceFile> files =
        PendingHashes.of(dir).get().values().stream()
            .filter(file -> EvidenceFiles.isSealedBy(SCHEMA_VERSION, file.path()))
            .toList();
    EvidenceList list = new EvidenceList(SCHEMA_VERSION, runId, files);
    Files.writeString(dir.evidence(), Json.PRETTY.writeValueAsString(list) + "\n");
  }
}
