package chatload.verdict;

import chatload.run.RunManifest;
import chatload.verdict.Reason.Kind;
import chatload.verdict.Verdict.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Judges a job: all expected scenarios together. */
public final class JobJudge {

  private JobJudge() {}

  /**
   * Scenarios of different runs or targets don't add up to a job, so they are INCONCLUSIVE whatever
   * each of them says; otherwise FAIL if any scenario is FAIL, else INCONCLUSIVE if any is, else
   * PASS.
   *
   * @param verdicts one per expected scenario, at least one
   * @param conflicts from {@link #conflicts}
   */
  public static Status judge(List<Verdict> verdicts, List<Reason> conflicts) {
    if (verdicts.isEmpty()) {
      throw new IllegalArgumentException("nothing to judge");
    }
    List<Status> statuses = verdicts.stream().map(Verdict::status).toList();
    if (!conflicts.isEmpty()) {
      return Status.INCONCLUSIVE;
    }
    if (statuses.contains(Status.FAIL)) {
      return Status.FAIL;
    }
    return statuses.contains(Status.INCONCLUSIVE) ? Status.INCONCLUSIVE : Status.PASS;
  }

  /** What keeps the runs from being one job; empty when nothing does. */
  public static List<Reason> conflicts(List<RunManifest> manifests) {
    List<Reason> conflicts = new ArrayList<>();
    long runs = different(manifests, RunManifest::runId);
    if (runs > 1) {
      conflicts.add(Reason.of(Kind.MIXED_RUNS, Long.toString(runs)));
    }
    long targets = different(manifests, JobJudge::target);
    if (targets > 1) {
      conflicts.add(Reason.of(Kind.MIXED_TARGETS, Long.toString(targets)));
    }
    return conflicts;
  }

  /** The conflict between the evidence and what it was when the run ended, told in words. */
  public static Reason evidenceChanged(String changes) {
    return Reason.quoting(Kind.EVIDENCE_CHANGED, changes);
  }

  /** The conflict of a version that left no plan when its seal is not there, either. */
  public static Reason ownSealMissing() {
    return Reason.of(Kind.OWN_SEAL_MISSING);
  }

  /** The verdict on a scenario that has no files at all. */
  public static Verdict notRun(String scenario) {
    Reason reason =
        Reason.of(
            Kind.NOT_RUN, "raw/" + scenario + "-run.json", "raw/" + scenario + "-chats.jsonl");
    return new Verdict(Status.INCONCLUSIVE, List.of(), List.of(reason));
  }

  /** Every run may have its own embedded service, on any free port. */
  private static String target(RunManifest run) {
    return run.target().isEmbedded() ? run.target().kind() : run.config().url();
  }

  private static long different(List<RunManifest> manifests, Function<RunManifest, ?> property) {
    return manifests.stream().map(property).distinct().count();
  }
}
