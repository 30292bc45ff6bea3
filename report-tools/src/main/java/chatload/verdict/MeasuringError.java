package chatload.verdict;

import chatload.run.RunManifest;
import chatload.run.RunManifest.Calibration;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * By how much the load generator measured too long just before the run. A limit that is missed by
 * no more than that may have been kept by the service.
 */
final class MeasuringError {
  private MeasuringError() {}

  /** Whether {@code check} is missed by no more than the generator's own error. */
  static boolean explains(Check check, RunManifest manifest) {
    return check.hasData()
        && !check.met()
        && error(check.metric(), manifest)
            .filter(error -> check.observed().subtract(check.limit()).compareTo(error) <= 0)
            .isPresent();
  }

  /** One doubt per check that the error explains. */
  static List<Reason> doubts(List<Check> checks, RunManifest manifest) {
    return checks.stream()
        .filter(check -> explains(check, manifest))
        .map(
            check ->
                Reason.of(
                    check.metric() == Metric.P95_TOTAL
                        ? Reason.Kind.P95_TOTAL_WITHIN_ERROR
                        : Reason.Kind.P95_FIRST_TOKEN_WITHIN_ERROR,
                    error(check.metric(), manifest).orElseThrow().toPlainString()))
        .toList();
  }

  private static Optional<BigDecimal> error(Metric metric, RunManifest manifest) {
    if (manifest.generator() == null || manifest.generator().calibration() == null) {
      return Optional.empty();
    }
    Calibration calibration = manifest.generator().calibration();
    Double millis =
        switch (metric) {
          case SUCCESS_RATE -> null;
          case P95_TOTAL -> calibration.totalErrorP95Ms();
          case P95_FIRST_TOKEN -> calibration.firstTokenErrorP95Ms();
        };
    return Optional.ofNullable(millis).map(BigDecimal::valueOf);
  }
}
