package chatload.evidence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * {@code manifest.json}: what the evidence was when the run ended.
 *
 * @param schemaVersion version of this file's layout, 1
 * @param runId the run that it belongs to; null if its scenarios shared none
 * @param files by path
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EvidenceList(int schemaVersion, String runId, List<EvidenceFile> files) {

  public static final int SCHEMA_VERSION = 1;

  public EvidenceList {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion " + schemaVersion + ", this version reads " + SCHEMA_VERSION);
    }
    files = List.copyOf(files);
  }
}
