package chatload.evidence;

import chatload.files.Json;
import chatload.files.OutputFile;
import chatload.files.ReportDir;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Writes down once, when a run has ended, what its evidence is, and tells later whether it still is
 * that. It shows every later change by accident or by hand; it is no signature, so it can't show
 * that somebody made all files anew. Only who kept the seal's own hash can see that.
 */
public final class EvidenceSeal {

  private EvidenceSeal() {}

  public static boolean isSealed(ReportDir dir) {
    return dir.folder().has(dir.evidence());
  }

  /** SHA-256 of {@code manifest.json}; empty if nothing was sealed. */
  public static Optional<String> hash(ReportDir dir) {
    return dir.folder().read(dir.evidence()).map(EvidenceFiles::sha256);
  }

  /**
   * Writes {@code manifest.json}, unless there is one: what was sealed is never sealed again.
   *
   * @param runId the id that all runs share, if they share one
   * @return how many files were sealed; empty if they had been already
   */
  public static Optional<Integer> seal(ReportDir dir, Optional<String> runId) {
    return isSealed(dir) ? Optional.empty() : seal(dir, runId, PendingHashes.of(dir));
  }

  /** As {@link #seal(ReportDir, Optional)}, with hashes that are being computed already. */
  public static Optional<Integer> seal(
      ReportDir dir, Optional<String> runId, PendingHashes hashes) {
    if (isSealed(dir)) {
      return Optional.empty();
    }
    List<EvidenceFile> files =
        hashes.get().values().stream()
            .filter(file -> !EvidenceFiles.isIgnored(file.path()))
            .toList();
    try {
      EvidenceList list = new EvidenceList(EvidenceList.SCHEMA_VERSION, runId.orElse(null), files);
      OutputFile.write(dir.folder(), dir.evidence(), Json.PRETTY.writeValueAsString(list) + "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(files.size());
  }

  /** What was sealed; empty if nothing was, or {@code manifest.json} can't be used. */
  public static Optional<EvidenceList> read(ReportDir dir) {
    try {
      Optional<byte[]> bytes = dir.folder().read(dir.evidence());
      return bytes.isEmpty()
          ? Optional.empty()
          : Optional.ofNullable(Json.MAPPER.readValue(bytes.get(), EvidenceList.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * How the evidence of a sealed directory differs from what was sealed, by path.
   *
   * @param runId the id that all runs share now, if they share one
   * @param derived paths of files among the evidence that are computed from it and compared on
   *     their own, so that they may have come later
   * @param hashes of the same directory, on their way
   */
  public static List<Change> changes(
      ReportDir dir, Optional<String> runId, Set<String> derived, PendingHashes hashes) {
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
        changes.add(new Change(kind(dir, was), was.path()));
      }
    }
    int version = sealed.get().schemaVersion();
    now.keySet().stream()
        .filter(path -> EvidenceFiles.isSealedBy(version, path))
        .filter(path -> !EvidenceFiles.isIgnored(path) && !derived.contains(path))
        .forEach(path -> changes.add(new Change(Change.Kind.ADDED, path)));
    return changes;
  }

  private static Change.Kind kind(ReportDir dir, EvidenceFile was) {
    return EvidenceFiles.hashWithoutCarriageReturns(dir, was.path()).equals(was)
        ? Change.Kind.LINE_ENDS
        : Change.Kind.CHANGED;
  }
}
