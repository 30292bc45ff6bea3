package chatload.result;

import chatload.records.RunEvidence;
import chatload.run.RunManifest;
import chatload.verdict.Caveat;
import chatload.verdict.Verdict;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What came out of one scenario.
 *
 * @param scenario its name, such as smoke
 * @param evidence what its files say; empty if it was not run
 * @param summary content of its summary file; empty if it was not run
 * @param verdict INCONCLUSIVE if it was not run
 * @param caveats what the verdict can't tell; none if it was not run
 */
public record ScenarioResult(
    String scenario,
    Optional<RunEvidence> evidence,
    Optional<Summary> summary,
    Verdict verdict,
    Set<Caveat> caveats) {

  public ScenarioResult {
    caveats = Collections.unmodifiableSet(new LinkedHashSet<>(caveats));
  }

  public boolean wasRun() {
    return evidence.isPresent();
  }

  /** Empty if the scenario was not run, or its manifest can't be used. */
  public Optional<RunManifest> manifest() {
    return evidence.flatMap(RunEvidence::manifest);
  }
}
