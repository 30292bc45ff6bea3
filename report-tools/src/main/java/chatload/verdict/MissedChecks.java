package chatload.verdict;

import chatload.metric.Check;
import chatload.metric.Figures;
import chatload.verdict.Reason.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Says of each missed check what was measured, what the limit is, and over how many chats. */
final class MissedChecks {

  private MissedChecks() {}

  static List<Reason> reasons(List<Check> checks, int ok) {
    return checks.stream().filter(check -> !check.met()).map(check -> reason(check, ok)).toList();
  }

  private static Reason reason(Check check, int ok) {
    return switch (check.metric()) {
      case SUCCESS_RATE -> successRate(check, ok);
      case P95_TOTAL -> p95(check, Kind.P95_TOTAL_MISSED, Kind.P95_TOTAL_UNKNOWN);
      case P95_FIRST_TOKEN -> p95(check, Kind.P95_FIRST_TOKEN_MISSED, Kind.P95_FIRST_TOKEN_UNKNOWN);
    };
  }

  private static Reason successRate(Check check, int ok) {
    BigDecimal needed =
        check.limit().multiply(BigDecimal.valueOf(check.n())).setScale(0, RoundingMode.CEILING);
    return Reason.of(
        Kind.SUCCESS_RATE_MISSED,
        Figures.percent(check.observed(), check.limit()),
        Figures.percent(check.limit()),
        Integer.toString(ok),
        Integer.toString(check.n()),
        needed.toPlainString());
  }

  private static Reason p95(Check check, Kind missed, Kind unknown) {
    String limit = check.limit().toPlainString();
    if (!check.hasData()) {
      return Reason.of(unknown, limit);
    }
    return Reason.of(
        missed,
        Figures.millis(check.observed(), check.limit()),
        limit,
        Integer.toString(check.n()));
  }
}
