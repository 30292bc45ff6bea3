package chatload.document;

import chatload.run.RunManifest;
import chatload.verdict.Mark;
import chatload.verdict.Reason;
import chatload.verdict.Reason.Kind;
import chatload.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of a job.
 *
 * @param status the overall verdict
 * @param conflicts what keeps the scenarios from being one job; empty when nothing does
 * @param scenarios one per expected scenario, in the order of the presets
 */
public record JobResult(
    Verdict.Status status, List<Reason> conflicts, List<ScenarioResult> scenarios) {

  public JobResult {
    conflicts = List.copyOf(conflicts);
    scenarios = List.copyOf(scenarios);
  }

  /** One scenario as if it were the whole job, for documents about it alone. */
  static JobResult of(ScenarioResult scenario) {
    return new JobResult(scenario.verdict().status(), List.of(), List.of(scenario));
  }

  /** Manifests of the scenarios that have a usable one. */
  public List<RunManifest> manifests() {
    return scenarios.stream().flatMap(result -> result.manifest().stream()).toList();
  }

  /** The id that all runs share; empty when they share none, or none has a usable manifest. */
  public Optional<String> runId() {
    List<String> ids = manifests().stream().map(RunManifest::runId).distinct().toList();
    return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
  }

  /** Whether every scenario was run and came to an end, so that no evidence is still to come. */
  public boolean hasEnded() {
    return scenarios.stream()
        .allMatch(
            result ->
                result
                    .manifest()
                    .filter(manifest -> manifest.status() != RunManifest.Status.RUNNING)
                    .isPresent());
  }

  /** Whether the scenarios are of different jobs, so that they have no overall verdict. */
  public boolean isMixed() {
    return conflicts.stream().anyMatch(conflict -> conflict.kind() != Kind.EVIDENCE_CHANGED);
  }

  /** Each mark that applies, with the scenarios that it applies to. */
  public Map<Mark, List<String>> marks() {
    Map<Mark, List<String>> marks = new EnumMap<>(Mark.class);
    for (RunManifest manifest : manifests()) {
      for (Mark mark : Mark.of(manifest)) {
        marks.computeIfAbsent(mark, key -> new ArrayList<>()).add(manifest.scenario());
      }
    }
    return Collections.unmodifiableMap(marks);
  }

  /** Whether a review of this job can lead to closing; without one nothing may be closed. */
  public boolean mayClose() {
    return status == Verdict.Status.PASS && marks().isEmpty();
  }

  /** Names of the scenarios that the overall verdict comes from. */
  public List<String> deciding() {
    return conflicts.isEmpty()
        ? scenariosWith(status)
        : scenarios.stream().map(ScenarioResult::scenario).toList();
  }

  /** Names of the scenarios with that verdict. */
  public List<String> scenariosWith(Verdict.Status wanted) {
    return scenarios.stream()
        .filter(result -> result.verdict().status() == wanted)
        .map(ScenarioResult::scenario)
        .toList();
  }
}
