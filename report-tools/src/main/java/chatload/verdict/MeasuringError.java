package chatload.verdict;

import chatload.run.ChatTime;
import chatload.run.RunEvidence;
import chatload.run.RunManifest.Calibration;
import chatload.run.RunManifest.Generator;
import chatload.stats.LatencySummary;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By how much the load generator can have measured a P95 too long: what it measured too long just
 * before the run, and what its lateness during the run can have added. A limit that is missed by no
 * more than that may have been kept by the service.
 */
final class MeasuringError {
  private MeasuringError() {}

  /** A doubt for each missed check that the error explains, by what was checked. */
  static Map<Metric, Reason> explained(List<Check> checks, RunEvidence evidence) {
    Map<Metric, Reason> explained = new EnumMap<>(Metric.class);
    for (Check check : checks) {
      if (check.hasData() && !check.met() && check.metric() != Metric.SUCCESS_RATE) {
        doubt(check, evidence).ifPresent(doubt -> explained.put(check.metric(), doubt));
      }
    }
    return explained;
  }

  private static Optional<Reason> doubt(Check check, RunEvidence evidence) {
    boolean isTotal = check.metric() == Metric.P95_TOTAL;
    BigDecimal before = beforeTheRun(isTotal, evidence);
    ChatTime time = isTotal ? ChatTime.TOTAL : ChatTime.FIRST_TOKEN;
    double least = LatencySummary.of(evidence.chats().leastMs(time)).p95();
    BigDecimal late = check.observed().subtract(BigDecimal.valueOf(least));
    BigDecimal error = before.add(late);
    if (check.observed().subtract(check.limit()).compareTo(error) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        Reason.of(
            isTotal ? Reason.Kind.P95_TOTAL_WITHIN_ERROR : Reason.Kind.P95_FIRST_TOKEN_WITHIN_ERROR,
            error.toPlainString(),
            before.toPlainString(),
            late.toPlainString()));
  }

  private static BigDecimal beforeTheRun(boolean isTotal, RunEvidence evidence) {
    return evidence
        .manifest()
        .map(manifest -> manifest.generator())
        .map(Generator::calibration)
        .map(isTotal ? Calibration::totalErrorP95Ms : Calibration::firstTokenErrorP95Ms)
        .map(BigDecimal::valueOf)
        .orElse(BigDecimal.ZERO);
  }
}
