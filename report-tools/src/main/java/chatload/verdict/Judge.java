package chatload.verdict;

import chatload.run.Outcome;
import chatload.run.RunEvidence;
import chatload.run.RunManifest;
import chatload.run.Thresholds;
import chatload.stats.LatencySummary;
import chatload.verdict.Verdict.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges one run. In this order:
 *
 * <ol>
 *   <li>Evidence in order: FAIL if a check with data is missed, else INCONCLUSIVE if a check has no
 *       data, else PASS.
 *   <li>Records are merely absent, the run says COMPLETED, and its recorded failures alone put the
 *       success rate out of reach: FAIL, since no record that turned up could change that.
 *   <li>Anything else: INCONCLUSIVE.
 * </ol>
 *
 * Failures of the load generator itself count against the success rate like all others, so they can
 * keep a run from PASS; but where it misses its limit through them alone, that is no FAIL.
 */
public final class Judge {

  private final RunEvidence evidence;
  private final RunManifest manifest;
  private final LatencySummary firstToken;
  private final LatencySummary total;

  private Judge(RunEvidence evidence, LatencySummary firstToken, LatencySummary total) {
    this.evidence = evidence;
    this.manifest = evidence.manifest().orElseThrow();
    this.firstToken = firstToken;
    this.total = total;
  }

  /** The verdict on {@code evidence}, whose times over OK chats are summed up beside it. */
  public static Verdict judge(
      RunEvidence evidence, LatencySummary firstToken, LatencySummary total) {
    if (evidence.manifest().isEmpty()) {
      return new Verdict(Status.INCONCLUSIVE, List.of(), Doubts.about(evidence));
    }
    return new Judge(evidence, firstToken, total).verdict();
  }

  private Verdict verdict() {
    List<Check> checks = checks();
    List<Reason> doubts = new ArrayList<>(Doubts.about(evidence));
    long ownFailures = ownFailures();
    if (ownFailures > 0 && !canReach(0) && canReach(ownFailures)) {
      doubts.add(Reason.of(Reason.Kind.GENERATOR_FAILURES, Long.toString(ownFailures)));
    }
    List<Reason> missed = MissedChecks.reasons(checks, evidence.chats().ok());
    Status status = status(checks, doubts);
    List<Reason> reasons = new ArrayList<>();
    reasons.addAll(status == Status.FAIL ? missed : doubts);
    reasons.addAll(status == Status.FAIL ? doubts : missed);
    return new Verdict(status, checks, reasons);
  }

  private List<Check> checks() {
    Thresholds limits = manifest.thresholds();
    return List.of(
        Check.successRate(
            evidence.chats().ok(), manifest.config().requests(), limits.minSuccessRate()),
        Check.p95Total(total, limits.maxP95TotalMs()),
        Check.p95FirstToken(firstToken, limits.maxP95FirstTokenMs()));
  }

  private Status status(List<Check> checks, List<Reason> doubts) {
    if (doubts.isEmpty()) {
      if (checks.stream().anyMatch(check -> check.hasData() && !check.met())) {
        return Status.FAIL;
      }
      return checks.stream().allMatch(Check::met) ? Status.PASS : Status.INCONCLUSIVE;
    }
    boolean onlyAbsence = doubts.stream().allMatch(doubt -> doubt.kind().isOnlyAbsence());
    boolean outOfReach = !canReach(evidence.chats().missing().length + notSent() + ownFailures());
    return onlyAbsence && outOfReach ? Status.FAIL : Status.INCONCLUSIVE;
  }

  /** Whether the success rate would keep its limit with {@code more} OK chats. */
  private boolean canReach(long more) {
    int requests = manifest.config().requests();
    int best = (int) Math.min(requests, evidence.chats().ok() + more);
    return Check.reaches(best, requests, manifest.thresholds().minSuccessRate());
  }

  private long ownFailures() {
    return evidence.chats().generatorFailures();
  }

  private long notSent() {
    return evidence.chats().outcomes().getOrDefault(Outcome.NOT_SENT, 0);
  }
}
