package chatload.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * {@code manifest.json}: what the evidence was when the run ended.
 *
 * @param schemaVersion 2; or 1, in which version 0.1 listed of {@code gatling/} the logs only, and
 *     nothing of {@code logs/}
 * @param runId the run that it belongs to; null if its scenarios shared none
 * @param files by path
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EvidenceList(int schemaVersion, String runId, List<EvidenceFile> files) {

  public static final int SCHEMA_VERSION = 2;

  public EvidenceList {
    if (schemaVersion < 1 || schemaVersion > SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion " + schemaVersion + ", this version reads 1 to " + SCHEMA_VERSION);
    }
    files = List.copyOf(files);
  }

  /** Whether all that was there when the run ended is listed. */
  @JsonIgnore
  public boolean isWhole() {
    return schemaVersion > 1;
  }
}
