package chatload.document;

import chatload.run.RunEvidence;
import chatload.run.RunManifest;
import chatload.verdict.Verdict;
import java.util.Optional;

/**
 * What came out of one scenario.
 *
 * @param scenario smoke, baseline or stress
 * @param evidence what its files say; empty if it was not run
 * @param summary content of its summary file; empty if it was not run
 * @param verdict INCONCLUSIVE if it was not run
 */
public record ScenarioResult(
    String scenario, Optional<RunEvidence> evidence, Optional<Summary> summary, Verdict verdict) {

  public boolean wasRun() {
    return evidence.isPresent();
  }

  /** Empty if the scenario was not run, or its manifest can't be used. */
  public Optional<RunManifest> manifest() {
    return evidence.flatMap(RunEvidence::manifest);
  }
}
