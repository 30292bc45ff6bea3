package chatload.verdict;

import chatload.metric.Check;
import chatload.metric.Latencies;
import chatload.metric.Measured;
import chatload.metric.Metric;
import chatload.metric.Metric.Over;
import chatload.records.RunEvidence;
import chatload.run.RunManifest;
import chatload.verdict.Verdict.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges one run. In this order:
 *
 * <ol>
 *   <li>Evidence in order: FAIL if a check with data is missed by more than the generator can have
 *       measured wrong, else INCONCLUSIVE if a check is missed within that error or has no data,
 *       else PASS.
 *   <li>Records are merely absent, or the generator was late, the run says COMPLETED, and recorded
 *       failures alone put the success rate out of reach: FAIL, since no record that turned up and
 *       no faster generator could change that.
 *   <li>Anything else: INCONCLUSIVE.
 *   <li>What would be a PASS is INCONCLUSIVE if fewer users were at work than planned, or what is
 *       limited is not known of every OK chat.
 *   <li>Where limits have to be proven: INCONCLUSIVE what is in any doubt, a PASS of which not
 *       every check is proven, and a FAIL of which none is disproven.
 *   <li>What is a PASS beyond a stricter limit, which only warns, stays one, with a note.
 * </ol>
 *
 * Failures of the load generator itself count against the success rate like all others, so they can
 * keep a run from PASS; but where it misses its limit through them alone, that is no FAIL.
 */
public final class Judge {

  private final RunEvidence evidence;
  private final RunManifest manifest;
  private final Measured measured;
  private final List<Reason> furtherDoubts;

  private Judge(RunEvidence evidence, Latencies latencies, List<Reason> furtherDoubts) {
    this.evidence = evidence;
    this.furtherDoubts = furtherDoubts;
    this.manifest = evidence.manifest().orElseThrow();
    int counting = manifest.config().due() - evidence.chats().cancelled();
    this.measured =
        new Measured(
            counting,
            evidence.chats().ok(),
            evidence.chats().good().count(manifest.thresholds().good()),
            latencies,
            evidence.chats()::values);
  }

  /** The verdict on {@code evidence}, whose times over OK chats are summed up beside it. */
  public static Verdict judge(RunEvidence evidence, Latencies latencies) {
    return judge(evidence, latencies, List.of());
  }

  /**
   * As above.
   *
   * @param further doubts: what Gatling's own log says differently, and what was planned
   *     differently
   */
  public static Verdict judge(RunEvidence evidence, Latencies latencies, List<Reason> further) {
    if (evidence.manifest().isEmpty()) {
      return new Verdict(Status.INCONCLUSIVE, List.of(), Doubts.about(evidence));
    }
    return new Judge(evidence, latencies, further).verdict();
  }

  private Verdict verdict() {
    List<Check> checks = checks(measured);
    List<Reason> doubts = new ArrayList<>(Doubts.about(evidence));
    doubts.addAll(furtherDoubts);
    long ownFailures = ownFailures();
    if (!canReach(0) && canReach(ownFailures)) {
      doubts.add(Reason.of(Reason.Kind.GENERATOR_FAILURES, Long.toString(ownFailures)));
    }
    Map<Metric, Reason> explained = MeasuringError.explained(checks, measured, evidence);
    Map<Metric, Reason> partly = partlyKnown(checks);
    explained.putAll(partly);
    Status status =
        doubts.isEmpty()
            ? status(checks, explained)
            : manifest.thresholds().confidence() == null
                ? statusInDoubt(doubts)
                : Status.INCONCLUSIVE;
    doubts.addAll(explained.values());
    Optional<Reason> tooLittleLoad = Concurrency.doubt(evidence, manifest);
    tooLittleLoad.ifPresent(doubts::add);
    if (status == Status.PASS && (tooLittleLoad.isPresent() || !partly.isEmpty())) {
      status = Status.INCONCLUSIVE;
    }
    List<Reason> unproven =
        Proof.lacking(status, checks, explained.keySet(), manifest.thresholds(), evidence.chats());
    if (!unproven.isEmpty()) {
      status = Status.INCONCLUSIVE;
      doubts.addAll(0, unproven);
    }
    List<Reason> missed = MissedChecks.reasons(checks, measured);
    List<Reason> reasons = new ArrayList<>();
    reasons.addAll(status == Status.FAIL ? missed : doubts);
    reasons.addAll(status == Status.FAIL ? doubts : missed);
    List<Check> stricter = manifest.thresholds().warningChecks(measured);
    List<Reason> warnings =
        MissedChecks.warnings(
            stricter, checks, MeasuringError.explained(stricter, measured, evidence).keySet());
    return new Verdict(status, checks, reasons, warnings);
  }

  private List<Check> checks(Measured measured) {
    return manifest.thresholds().checks(measured);
  }

  /** What is known of some OK chats only says nothing of the others. */
  private Map<Metric, Reason> partlyKnown(List<Check> checks) {
    Map<Metric, Reason> partly = new LinkedHashMap<>();
    for (Check check : checks) {
      Metric metric = check.metric();
      int unknown =
          metric.isOfTimes() && check.hasData() ? evidence.chats().unknown(metric.quantity()) : 0;
      if (unknown > 0) {
        String of = Integer.toString(measured.ok());
        partly.put(
            metric, Reason.of(Reason.Kind.PARTLY_MEASURED, metric, Integer.toString(unknown), of));
      }
    }
    return partly;
  }

  private static Status status(List<Check> checks, Map<Metric, Reason> explained) {
    if (checks.stream()
        .filter(check -> check.hasData() && !check.met())
        .anyMatch(check -> !explained.containsKey(check.metric()))) {
      return Status.FAIL;
    }
    return checks.stream().allMatch(Check::met) ? Status.PASS : Status.INCONCLUSIVE;
  }

  private Status statusInDoubt(List<Reason> doubts) {
    long late = doubts.stream().filter(doubt -> doubt.kind().isOnlyLateness()).count();
    long absence = doubts.stream().filter(doubt -> doubt.kind().isOnlyAbsence()).count();
    long excused = evidence.chats().missingCount() + notSent() + ownFailures();
    if (late > 0) {
      excused += evidence.chats().timeFailures() + evidence.chats().leftOut();
    }
    return late + absence == doubts.size() && !canReach(excused)
        ? Status.FAIL
        : Status.INCONCLUSIVE;
  }

  /**
   * Whether what failures count against would keep its limits with {@code more} OK chats, all of
   * them good.
   */
  private boolean canReach(long more) {
    int best = (int) Math.min(measured.planned(), measured.ok() + more);
    return checks(measured.with(best, best)).stream()
        .filter(check -> check.metric().over() == Over.PLANNED)
        .allMatch(Check::met);
  }

  private long ownFailures() {
    return evidence.chats().generatorFailures();
  }

  private long notSent() {
    return evidence.chats().notSent();
  }
}
