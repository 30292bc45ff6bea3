package chatload.evidence;

import chatload.files.ReportDir;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Hashes the evidence while something else reads it, because both take long on large runs. */
public final class PendingHashes {

  private final CompletableFuture<SortedMap<String, EvidenceFile>> hashes;

  private PendingHashes(ReportDir dir) {
    hashes = CompletableFuture.supplyAsync(() -> EvidenceFiles.hash(dir));
  }

  /** Starts in the background. */
  public static PendingHashes of(ReportDir dir) {
    return new PendingHashes(dir);
  }

  /**
   * Every file of the evidence by its path.
   *
   * @throws chatload.tool.UserError when one of them can't be read
   */
  SortedMap<String, EvidenceFile> get() {
    try {
      return hashes.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
