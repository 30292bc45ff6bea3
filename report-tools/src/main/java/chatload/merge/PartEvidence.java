package chatload.merge;

import chatload.evidence.Change;
import chatload.evidence.EvidenceFile;
import chatload.evidence.EvidenceSeal;
import chatload.evidence.PendingHashes;
import chatload.files.ReportDir;
import chatload.records.Expectation;
import chatload.run.JobPlan;
import chatload.run.PlanHash;
import chatload.run.PlannedPart;
import chatload.tool.UserError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one injector left, as it was sealed.
 *
 * @param dir where it stands
 * @param plan the whole plan
 * @param part which part of it was sent
 * @param seal SHA-256 of its {@code manifest.json}
 */
record PartEvidence(ReportDir dir, JobPlan plan, PlannedPart part, String seal) {

  /**
   * Reads and checks it.
   *
   * @throws UserError if it is no part, was not sealed, or is not what was sealed
   */
  static PartEvidence read(ReportDir dir) {
    if (!dir.folder().has(dir.root())) {
      throw UserError.input(dir.root() + " does not exist", "Name the directories of all parts.");
    }
    dir.folder().requirePlain();
    JobPlan plan =
        Expectation.read(dir)
            .plan()
            .filter(job -> job.part() != null)
            .orElseThrow(
                () ->
                    UserError.input(
                        dir.root() + " is no part of a plan: " + dir.job() + " names none",
                        "Name the directories of runs with --part."));
    PlannedPart part = plan.part();
    String name = dir.root() + " (part " + part.number() + " of " + part.of() + ")";
    if (!PlanHash.of(plan, part.of(), part.startAt()).equals(part.plan())) {
      throw UserError.input(
          name + ": its plan is not the one that part.plan in raw/job.json is the hash of",
          "Take the original.");
    }
    String seal =
        EvidenceSeal.hash(dir)
            .orElseThrow(
                () ->
                    UserError.input(
                        name + " was never sealed: its injector died, or still runs",
                        "Wait for it; or seal what it left, which gives no PASS any more:"
                            + " ./loadtest report --report-dir "
                            + dir.root()));
    requireAsSealed(dir, plan, name);
    return new PartEvidence(dir, plan, part, seal);
  }

  private static void requireAsSealed(ReportDir dir, JobPlan plan, String name) {
    PendingHashes hashes = PendingHashes.of(dir);
    List<Change> changes =
        EvidenceSeal.changes(dir, Optional.of(plan.runId()), Set.of(), hashes).stream()
            .filter(change -> change.kind() != Change.Kind.ADDED || !isOfReport(change.path()))
            .toList();
    if (!changes.isEmpty()) {
      throw UserError.input(
          name
              + " is not what was sealed: "
              + changes.stream()
                  .map(change -> change.path() + ": " + change.kind().meaning())
                  .collect(Collectors.joining("; ")),
          "Take the original; ./loadtest verify --report-dir " + dir.root() + " says more.");
    }
  }

  /** What a report computes from Gatling's log, and writes beside it. */
  private static boolean isOfReport(String path) {
    return path.startsWith("gatling/") && path.endsWith("stats.json");
  }

  /** What was sealed. */
  List<String> files() {
    return EvidenceSeal.read(dir).orElseThrow().files().stream().map(EvidenceFile::path).toList();
  }

  int number() {
    return part.number();
  }

  /** For messages. */
  String name() {
    return "part " + part.number() + " of " + part.of();
  }
}
