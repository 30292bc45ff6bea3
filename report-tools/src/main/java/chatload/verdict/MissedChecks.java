package chatload.verdict;

import chatload.metric.Check;
import chatload.metric.Measured;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.verdict.Reason.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of each missed check what was measured, what the limit is, and over how many chats. */
final class MissedChecks {

  private MissedChecks() {}

  static List<Reason> reasons(List<Check> checks, Measured measured) {
    return checks.stream()
        .filter(check -> !check.met())
        .map(check -> reason(check, measured))
        .toList();
  }

  /**
   * Of the stricter checks, those that are missed while the check itself is met.
   *
   * @param explained those whose miss the load generator may be to blame for
   */
  static List<Reason> warnings(List<Check> stricter, List<Check> checks, Set<Metric> explained) {
    Set<Metric> met =
        checks.stream().filter(Check::met).map(Check::metric).collect(Collectors.toSet());
    return stricter.stream()
        .filter(
            check ->
                !check.met() && met.contains(check.metric()) && !explained.contains(check.metric()))
        .map(check -> figures(Kind.BEYOND_WARNING, check))
        .toList();
  }

  private static Reason reason(Check check, Measured measured) {
    Metric metric = check.metric();
    if (!check.hasData()) {
      boolean isAbsent = measured.ok() > 0;
      return Reason.of(
          isAbsent ? Kind.NOTHING_TO_MEASURE : Kind.NOTHING_MEASURED,
          metric,
          check.limitWithUnit());
    }
    if (!metric.isOfTimes()) {
      return share(check, measured.kept(metric));
    }
    return figures(
        metric.bound() == Metric.Bound.AT_MOST ? Kind.LIMIT_EXCEEDED : Kind.RATE_UNDERCUT, check);
  }

  private static Reason figures(Kind kind, Check check) {
    return Reason.of(
        kind,
        check.metric(),
        check.figureWithUnit(),
        check.limitWithUnit(),
        Integer.toString(check.n()));
  }

  private static Reason share(Check check, int kept) {
    BigDecimal needed =
        check.limit().multiply(BigDecimal.valueOf(check.n())).setScale(0, RoundingMode.CEILING);
    return Reason.of(
        check.metric().equals(Metrics.GOOD_SHARE) ? Kind.GOOD_MISSED : Kind.SHARE_MISSED,
        check.metric(),
        check.figureWithUnit(),
        check.limitWithUnit(),
        Integer.toString(kept),
        Integer.toString(check.n()),
        needed.toPlainString());
  }
}
