package chatload.result;

import chatload.evidence.Change;
import chatload.evidence.EvidenceSeal;
import chatload.evidence.PendingHashes;
import chatload.files.ReportDir;
import chatload.gatling.GatlingRun;
import chatload.merge.MergedJob;
import chatload.preflight.PreflightFile;
import chatload.records.Expectation;
import chatload.records.RunEvidence;
import chatload.records.RunFiles;
import chatload.run.RunManifest;
import chatload.tool.UserError;
import chatload.verdict.Caveat;
import chatload.verdict.JobJudge;
import chatload.verdict.PlanJudge;
import chatload.verdict.Reason;
import chatload.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a report directory and judges it by what its plan asked for; writes nothing. */
public final class JobReader {

  private JobReader() {}

  /**
   * What came out.
   *
   * @throws UserError when the directory holds neither plan nor run or anything but files and
   *     directories, or a file can't be read
   */
  public static JobResult read(ReportDir dir) {
    dir.folder().requirePlain();
    Optional<PendingHashes> hashes =
        EvidenceSeal.isSealed(dir) ? Optional.of(PendingHashes.of(dir)) : Optional.empty();
    Expectation expected = Expectation.read(dir);
    Optional<MergedJob> merged = MergedJob.in(dir, expected);
    Map<String, GatlingRun> gatling = new LinkedHashMap<>();
    for (String scenario : expected.scenarios()) {
      gatling.put(
          scenario,
          merged
              .map(parts -> parts.gatling(scenario))
              .orElseGet(() -> GatlingRun.of(dir, scenario)));
    }
    List<ScenarioResult> scenarios =
        expected.scenarios().stream()
            .map(scenario -> result(dir, scenario, gatling.get(scenario), expected, merged))
            .toList();
    if (expected.plan().isEmpty() && scenarios.stream().noneMatch(ScenarioResult::wasRun)) {
      throw noRun(dir, expected);
    }
    List<Verdict> verdicts = scenarios.stream().map(ScenarioResult::verdict).toList();
    List<Reason> conflicts = conflicts(dir, expected, scenarios);
    merged.map(MergedJob::conflicts).ifPresent(conflicts::addAll);
    JobResult result =
        new JobResult(
            JobJudge.judge(verdicts, conflicts),
            conflicts,
            scenarios,
            expected,
            gatling,
            List.of());
    List<Change> changes =
        hashes
            .map(some -> EvidenceSeal.changes(dir, result.runId(), computed(dir, gatling), some))
            .orElse(List.of());
    if (changes.isEmpty()) {
      return result;
    }
    conflicts.add(JobJudge.evidenceChanged(inWords(changes)));
    return new JobResult(
        JobJudge.judge(verdicts, conflicts), conflicts, scenarios, expected, gatling, changes);
  }

  private static List<Reason> conflicts(
      ReportDir dir, Expectation expected, List<ScenarioResult> scenarios) {
    List<RunManifest> runs =
        scenarios.stream().flatMap(scenario -> scenario.manifest().stream()).toList();
    List<Reason> conflicts = new ArrayList<>(JobJudge.conflicts(runs));
    List<String> unplanned =
        expected.plan().map(plan -> RunFiles.scenarios(dir)).orElse(List.of()).stream()
            .filter(name -> !expected.scenarios().contains(name))
            .toList();
    conflicts.addAll(PlanJudge.conflicts(expected, runs, unplanned));
    if (expected.state() == Expectation.State.BEFORE_PLANS && !hasSealOfItsTime(dir)) {
      conflicts.add(JobJudge.ownSealMissing());
    }
    expected
        .plan()
        .filter(plan -> !runs.isEmpty())
        .ifPresent(
            plan ->
                conflicts.addAll(
                    PlannedPreflight.conflicts(plan, runs, PreflightFile.read(dir.preflight()))));
    return conflicts;
  }

  /**
   * Without a plan, nothing but the seal of the version that ran it says that this is all of it.
   */
  private static boolean hasSealOfItsTime(ReportDir dir) {
    return EvidenceSeal.read(dir).filter(seal -> !seal.isWhole()).isPresent();
  }

  private static ScenarioResult result(
      ReportDir dir,
      String scenario,
      GatlingRun gatling,
      Expectation expected,
      Optional<MergedJob> merged) {
    Optional<RunEvidence> evidence = RunFiles.read(dir, scenario);
    Set<Caveat> caveats =
        evidence
            .flatMap(RunEvidence::manifest)
            .map(run -> Caveat.of(run, expected.presets()))
            .orElse(Set.of());
    List<Reason> ofParts = merged.map(parts -> parts.doubts(scenario)).orElse(List.of());
    Optional<Summary> summary =
        evidence.map(found -> Summarizer.summarize(found, gatling, expected, caveats, ofParts));
    Verdict verdict = summary.map(Summary::verdict).orElseGet(() -> JobJudge.notRun(scenario));
    return new ScenarioResult(scenario, evidence, summary, verdict, caveats);
  }

  private static Set<String> computed(ReportDir dir, Map<String, GatlingRun> gatling) {
    return gatling.values().stream()
        .flatMap(run -> run.computed().stream())
        .map(file -> dir.root().relativize(file).toString().replace('\\', '/'))
        .collect(Collectors.toSet());
  }

  private static String inWords(List<Change> changes) {
    return changes.stream()
        .map(change -> change.path() + ": " + change.kind().meaning())
        .collect(Collectors.joining("; "));
  }

  private static UserError noRun(ReportDir dir, Expectation expected) {
    String wanted =
        expected.scenarios().stream()
            .map(scenario -> "raw/" + scenario + "-run.json")
            .collect(Collectors.joining(", "));
    return UserError.input(
        dir.root() + " holds no run: there is none of " + wanted,
        "Name the directory of a run with --report-dir, or make one:"
            + " ./loadtest scenarios --url https://…/api/chat --report-dir "
            + dir.root());
  }
}
