package chatload.evidence;

import chatload.UserError;
import chatload.render.OutputFile;
import chatload.run.Json;
import chatload.run.ReportDir;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Writes down once, when a run has ended, what its evidence is, and tells later whether it still is
 * that. It shows every later change by accident or by hand; it is no signature, so it can't show
 * that somebody made all files anew.
 */
public final class EvidenceSeal {

  private EvidenceSeal() {}

  public static boolean isSealed(ReportDir dir) {
    return Files.exists(dir.evidence());
  }

  /**
   * Writes {@code manifest.json}, unless there is one: what was sealed is never sealed again.
   *
   * @param runId the id that all runs share, if they share one
   * @return how many files were sealed; empty if they had been already
   */
  public static Optional<Integer> seal(ReportDir dir, Optional<String> runId) {
    return isSealed(dir) ? Optional.empty() : seal(dir, runId, HashesToCome.of(dir));
  }

  /** As {@link #seal(ReportDir, Optional)}, with hashes that are being computed already. */
  public static Optional<Integer> seal(ReportDir dir, Optional<String> runId, HashesToCome hashes) {
    if (isSealed(dir)) {
      return Optional.empty();
    }
    List<EvidenceFile> files = List.copyOf(hashes.get().values());
    try {
      EvidenceList list = new EvidenceList(EvidenceList.SCHEMA_VERSION, runId.orElse(null), files);
      OutputFile.write(dir.evidence(), Json.PRETTY.writeValueAsString(list) + "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(files.size());
  }

  /** What was sealed; empty if nothing was, or {@code manifest.json} can't be used. */
  public static Optional<EvidenceList> read(ReportDir dir) {
    if (!isSealed(dir)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Json.MAPPER.readValue(bytes(dir.evidence()), EvidenceList.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * How the evidence differs from what was sealed, by path; empty if nothing was sealed yet.
   *
   * @param runId the id that all runs share now, if they share one
   */
  public static List<Change> changes(ReportDir dir, Optional<String> runId) {
    return isSealed(dir) ? changes(dir, runId, HashesToCome.of(dir)) : List.of();
  }

  /** As {@link #changes(ReportDir, Optional)} of a sealed directory, with hashes on their way. */
  public static List<Change> changes(ReportDir dir, Optional<String> runId, HashesToCome hashes) {
    String name = dir.evidence().getFileName().toString();
    Optional<EvidenceList> sealed = read(dir);
    if (sealed.isEmpty()) {
      return List.of(new Change(Change.Kind.UNREADABLE, name));
    }
    List<Change> changes = new ArrayList<>();
    if (!Optional.ofNullable(sealed.get().runId()).equals(runId)) {
      changes.add(new Change(Change.Kind.OTHER_RUN, name));
    }
    SortedMap<String, EvidenceFile> now = hashes.get();
    for (EvidenceFile was : sealed.get().files()) {
      EvidenceFile is = now.remove(was.path());
      if (is == null) {
        changes.add(new Change(Change.Kind.MISSING, was.path()));
      } else if (!is.equals(was)) {
        changes.add(new Change(Change.Kind.CHANGED, was.path()));
      }
    }
    now.keySet().forEach(path -> changes.add(new Change(Change.Kind.ADDED, path)));
    return changes;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw UserError.input(
          file + " can't be read: " + e.getClass().getSimpleName(),
          "Check that it is a file and that you may read it.");
    }
  }
}
