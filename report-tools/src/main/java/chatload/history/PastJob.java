package chatload.history;

import chatload.evidence.EvidenceSeal;
import chatload.files.ReportDir;
import chatload.metric.Check;
import chatload.output.ReportWriter;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.run.RunManifest;
import chatload.tool.UserError;
import chatload.verdict.Verdict;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of one job when its records are let go: judged anew from them, so that nobody has to
 * believe its documents.
 *
 * @param runId null if its runs share none
 * @param startedAt as its evidence says; null if it says nothing
 * @param version that made it; null likewise
 * @param url of the service; null likewise
 * @param sealed whether the evidence is as it was sealed
 * @param status the overall verdict
 * @param scenarios by name, those that were run
 */
public record PastJob(
    String runId,
    String startedAt,
    String version,
    String url,
    boolean sealed,
    Verdict.Status status,
    Map<String, Past> scenarios) {

  /** In the order of time; those of which nobody knows when come last. */
  static final Comparator<PastJob> BY_START = Comparator.comparing(PastJob::start);

  /** One scenario: its verdict, and every figure beside its limit. */
  public record Past(Verdict.Status status, int chats, int ok, List<Check> checks) {}

  /**
   * Reads and judges.
   *
   * @throws UserError when the directory holds no run, or can't be read
   */
  public static PastJob read(ReportDir dir) {
    JobResult job = ReportWriter.read(dir);
    Optional<RunManifest> first = job.manifests().stream().findFirst();
    Map<String, Past> scenarios = new LinkedHashMap<>();
    for (ScenarioResult result : job.scenarios()) {
      if (result.manifest().isPresent()) {
        scenarios.put(
            result.scenario(),
            new Past(
                result.verdict().status(),
                result.manifest().get().config().requests(),
                result.evidence().orElseThrow().chats().ok(),
                result.verdict().checks()));
      }
    }
    return new PastJob(
        job.runId().orElse(null),
        first.map(RunManifest::startedAt).orElse(null),
        first.map(run -> run.tool().chatload()).orElse(null),
        first.map(run -> run.config().url()).orElse(null),
        EvidenceSeal.isSealed(dir) && job.changes().isEmpty(),
        job.status(),
        scenarios);
  }

  private Instant start() {
    try {
      return startedAt == null ? Instant.MAX : Instant.parse(startedAt);
    } catch (DateTimeParseException e) {
      return Instant.MAX;
    }
  }
}
