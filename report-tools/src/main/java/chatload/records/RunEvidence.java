package chatload.records;

import chatload.run.RunManifest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the files of one run say, in whatever state they are.
 *
 * @param scenario the scenario that the files are named after
 * @param manifest what was in force; empty when there is no usable manifest
 * @param chats what the records say; empty without a manifest to hold them against
 * @param defects everything that is wrong with the files, at most one of each kind
 */
public record RunEvidence(
    String scenario, Optional<RunManifest> manifest, RecordedChats chats, List<Defect> defects) {
  public RunEvidence {
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(manifest, "manifest");
    Objects.requireNonNull(chats, "chats");
    defects = List.copyOf(defects);
  }
}
