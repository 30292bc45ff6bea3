package chatload.verdict;

import chatload.metric.Check;
import chatload.metric.Measured;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.metric.Quantity;
import chatload.records.RunEvidence;
import chatload.run.RunManifest.Generator;
import chatload.run.Watched.Lateness;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * By how much the load generator can have measured a time too long: what it measured too long just
 * before the run, and what its lateness during the run can have added. A limit that is missed by no
 * more than that may have been kept by the service.
 */
final class MeasuringError {

  /** To connect, to write the request, to read what decides. */
  private static final int STEPS = 3;

  /** Three ticks of the event loops: lateness above it is seen in a single chat. */
  private static final double MOST_UNSEEN_MS = 30;

  /** The highest percentile, in per mille, that the 3 % of {@link #whileItRan} leave alone. */
  private static final int COMMON = 950;

  private MeasuringError() {}

  /** A doubt for each missed check that the error explains, by what was checked. */
  static Map<Metric, Reason> explained(
      List<Check> checks, Measured measured, RunEvidence evidence) {
    Map<Metric, Reason> explained = new LinkedHashMap<>();
    for (Check check : checks) {
      if (check.hasData() && !check.met()) {
        doubt(check, measured, evidence).ifPresent(doubt -> explained.put(check.metric(), doubt));
      }
    }
    return explained;
  }

  private static Optional<Reason> doubt(Check check, Measured measured, RunEvidence evidence) {
    if (check.metric().equals(Metrics.GOOD_SHARE)) {
      return doubtOfGood(check, measured, evidence);
    }
    if (!check.metric().isOfTimes()) {
      return Optional.empty();
    }
    return check.metric().quantity().isRate()
        ? doubtOfRate(check, evidence)
        : doubtOfTime(check, evidence);
  }

  private static Optional<Reason> doubtOfTime(Check check, RunEvidence evidence) {
    Metric metric = check.metric();
    BigDecimal observed = check.observed();
    BigDecimal before = beforeTheRun(metric.quantity(), evidence).min(observed);
    BigDecimal least = metric.of(evidence.chats().best(metric.quantity(), 0)).orElseThrow();
    // No time is longer than its whole too long.
    BigDecimal late =
        observed.subtract(least).max(whileItRan(metric, evidence)).min(observed.subtract(before));
    BigDecimal error = before.add(late);
    return observed.subtract(check.limit()).compareTo(error) > 0
        ? Optional.empty()
        : Optional.of(within(metric, error, before, late));
  }

  /** A rate is too low if the time for it was measured too long. */
  private static Optional<Reason> doubtOfRate(Check check, RunEvidence evidence) {
    Metric metric = check.metric();
    BigDecimal before = beforeTheRun(metric.quantity(), evidence);
    BigDecimal late = whileItRan(metric, evidence);
    BigDecimal error = before.add(late);
    BigDecimal best =
        metric.of(evidence.chats().best(metric.quantity(), error.doubleValue())).orElseThrow();
    return best.compareTo(check.limit()) < 0
        ? Optional.empty()
        : Optional.of(within(metric, error, before, late));
  }

  private static Reason within(
      Metric metric, BigDecimal error, BigDecimal before, BigDecimal late) {
    return Reason.of(
        Reason.Kind.WITHIN_ERROR,
        metric,
        error.toPlainString(),
        before.toPlainString(),
        late.toPlainString());
  }

  /** Chats that only the error keeps from being good, and those that failed through us. */
  private static Optional<Reason> doubtOfGood(
      Check check, Measured measured, RunEvidence evidence) {
    BigDecimal late = unseen(evidence);
    int good =
        evidence
            .chats()
            .good()
            .atMost(
                evidence.manifest().orElseThrow().thresholds().good(),
                one -> beforeTheRun(one, evidence).add(late).doubleValue());
    int best = Math.min(measured.planned(), good + evidence.chats().generatorFailures());
    Check atBest = Check.of(check.metric(), check.limit(), measured.with(measured.ok(), best));
    return atBest.met()
        ? Optional.of(
            Reason.of(
                Reason.Kind.GOOD_WITHIN_ERROR,
                check.metric(),
                Integer.toString(measured.good()),
                Integer.toString(best)))
        : Optional.empty();
  }

  /**
   * What lateness that is too short to be seen in a single chat can have added to a P95. A chat has
   * {@link #STEPS} steps that an event loop must get round to, each as late as its ticks are. Late
   * by more than the ticks' P99 is one of them in at most 3 % of the chats, so at P95 all of them
   * together add no more than that many times P99. Runs of versions whose users shared one pool of
   * chats are judged as they were.
   */
  private static BigDecimal whileItRan(Metric metric, RunEvidence evidence) {
    return metric.how().permille() > 0 && metric.how().permille() <= COMMON
        ? steps(Lateness::p99Ms, evidence)
        : unseen(evidence);
  }

  /** The same to any chat. */
  private static BigDecimal unseen(RunEvidence evidence) {
    return steps(
        lag -> lag.maxMs() == null ? null : Math.min(lag.maxMs(), MOST_UNSEEN_MS), evidence);
  }

  private static BigDecimal steps(Function<Lateness, Double> lateMs, RunEvidence evidence) {
    return evidence
        .manifest()
        .filter(manifest -> manifest.config().rampMs() != null)
        .map(manifest -> manifest.generator())
        .map(Generator::watch)
        .map(watch -> lateMs.apply(watch.loopLag()))
        .map(late -> BigDecimal.valueOf(late).multiply(BigDecimal.valueOf(STEPS)))
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal beforeTheRun(Quantity quantity, RunEvidence evidence) {
    return evidence
        .manifest()
        .map(manifest -> manifest.generator())
        .map(Generator::calibration)
        .flatMap(quantity::error)
        .map(BigDecimal::valueOf)
        .orElse(BigDecimal.ZERO);
  }
}
