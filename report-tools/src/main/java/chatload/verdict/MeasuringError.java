package chatload.verdict;

import chatload.metric.ChatTime;
import chatload.metric.Check;
import chatload.metric.LatencySummary;
import chatload.metric.Metric;
import chatload.records.RunEvidence;
import chatload.run.RunManifest.Generator;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By how much the load generator can have measured a time too long: what it measured too long just
 * before the run, and what its lateness during the run can have added. A limit that is missed by no
 * more than that may have been kept by the service.
 */
final class MeasuringError {

  /** To connect, to write the request, to read what decides. */
  private static final int STEPS = 3;

  private MeasuringError() {}

  /** A doubt for each missed check that the error explains, by what was checked. */
  static Map<Metric, Reason> explained(List<Check> checks, RunEvidence evidence) {
    Map<Metric, Reason> explained = new LinkedHashMap<>();
    for (Check check : checks) {
      if (check.hasData() && !check.met() && check.metric().isOfTimes()) {
        doubt(check, evidence).ifPresent(doubt -> explained.put(check.metric(), doubt));
      }
    }
    return explained;
  }

  private static Optional<Reason> doubt(Check check, RunEvidence evidence) {
    Metric metric = check.metric();
    BigDecimal observed = check.observed();
    BigDecimal before = beforeTheRun(metric.time(), evidence).min(observed);
    BigDecimal least =
        metric.how().of(LatencySummary.of(evidence.chats().leastMs(metric.time()))).orElseThrow();
    // No time is longer than its whole too long.
    BigDecimal late =
        observed.subtract(least).max(whileItRan(evidence)).min(observed.subtract(before));
    BigDecimal error = before.add(late);
    if (observed.subtract(check.limit()).compareTo(error) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        Reason.of(
            Reason.Kind.WITHIN_ERROR,
            metric,
            error.toPlainString(),
            before.toPlainString(),
            late.toPlainString()));
  }

  /**
   * What lateness that is too short to be seen in a single chat can have added to a P95. A chat has
   * {@link #STEPS} steps that an event loop must get round to, each as late as its ticks are. Late
   * by more than the ticks' P99 is one of them in at most 3 % of the chats, so at P95 all of them
   * together add no more than that many times P99. Runs of versions whose users shared one pool of
   * chats are judged as they were.
   */
  private static BigDecimal whileItRan(RunEvidence evidence) {
    return evidence
        .manifest()
        .filter(manifest -> manifest.config().rampMs() != null)
        .map(manifest -> manifest.generator())
        .map(Generator::watch)
        .map(watch -> watch.loopLag().p99Ms())
        .map(p99 -> BigDecimal.valueOf(p99).multiply(BigDecimal.valueOf(STEPS)))
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal beforeTheRun(ChatTime time, RunEvidence evidence) {
    return evidence
        .manifest()
        .map(manifest -> manifest.generator())
        .map(Generator::calibration)
        .flatMap(time::error)
        .map(BigDecimal::valueOf)
        .orElse(BigDecimal.ZERO);
  }
}
