package chatload.compare;

import chatload.evidence.EvidenceSeal;
import chatload.files.ReportDir;
import chatload.metric.ChatTime;
import chatload.output.ReportWriter;
import chatload.records.RecordedChats;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.run.RunManifest;
import chatload.verdict.Verdict;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * One of two jobs that are compared.
 *
 * @param seal SHA-256 of the seal; null if there is none
 */
public record Side(@JsonIgnore JobResult job, String seal) {

  /** Reads and judges it anew. */
  public static Side read(ReportDir dir) {
    return new Side(ReportWriter.read(dir), EvidenceSeal.hash(dir).orElse(null));
  }

  @JsonProperty
  String runId() {
    return job.runId().orElse(null);
  }

  @JsonProperty
  String startedAt() {
    return first().map(RunManifest::startedAt).orElse(null);
  }

  @JsonProperty
  String url() {
    return first().map(run -> run.config().url()).orElse(null);
  }

  @JsonProperty
  Verdict.Status verdict() {
    return job.status();
  }

  private Optional<RunManifest> first() {
    return job.manifests().stream().findFirst();
  }

  /** Why nothing can be compared with it; empty if something can. */
  Optional<ComparePhrase> doubt() {
    if (seal == null) {
      return Optional.of(ComparePhrase.UNSEALED);
    }
    if (!job.changes().isEmpty()) {
      return Optional.of(ComparePhrase.CHANGED);
    }
    return switch (job.status()) {
      case PASS -> Optional.empty();
      case FAIL -> Optional.of(ComparePhrase.FAILED);
      case INCONCLUSIVE -> Optional.of(ComparePhrase.UNDECIDED);
    };
  }

  ScenarioResult scenario(String name) {
    return job.scenarios().stream()
        .filter(result -> result.scenario().equals(name))
        .findFirst()
        .orElseThrow();
  }

  RecordedChats chats(String scenario) {
    return scenario(scenario).evidence().orElseThrow().chats();
  }

  /** Draws of the two sides have nothing to do with each other, whichever is the old one. */
  long seed(long seed, String scenario, ChatTime time) {
    return seed ^ ((long) (runId() + scenario + time.id()).hashCode() << Integer.SIZE);
  }
}
