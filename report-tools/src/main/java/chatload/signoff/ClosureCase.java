package chatload.signoff;

import chatload.evidence.EvidenceList;
import chatload.preflight.PreflightFile;
import chatload.result.JobResult;
import chatload.review.ReviewState;
import chatload.verification.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that closing documents are a function of.
 *
 * @param job what came out of the runs
 * @param reports SHA-256 of every summary and report, by name, as composed from the evidence
 * @param sealed what the evidence was when the run ended; empty if it was not sealed
 * @param preflight what was seen before the load
 * @param review what people judged
 * @param kept SHA-256 of {@code manifest.json} and {@code review.json}, as far as they are there
 * @param findings what is wrong with the directory
 * @param options numbers, language, names
 */
public record ClosureCase(
    JobResult job,
    Map<String, String> reports,
    Optional<EvidenceList> sealed,
    PreflightFile preflight,
    ReviewState review,
    Map<String, String> kept,
    List<Finding> findings,
    ClosureOptions options) {

  public ClosureCase {
    findings = List.copyOf(findings);
  }

  /** Whether the issue and its epic may be closed. */
  public boolean mayClose() {
    return Blocker.of(this).isEmpty();
  }
}
