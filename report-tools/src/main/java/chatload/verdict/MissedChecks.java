package chatload.verdict;

import chatload.metric.Check;
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
    if (!check.hasData()) {
      return Reason.of(Kind.NOTHING_MEASURED, check.metric(), check.limitWithUnit());
    }
    return switch (check.metric().bound()) {
      case AT_LEAST -> share(check, ok);
      case AT_MOST ->
          Reason.of(
              Kind.LIMIT_EXCEEDED,
              check.metric(),
              check.figureWithUnit(),
              check.limitWithUnit(),
              Integer.toString(check.n()));
    };
  }

  private static Reason share(Check check, int ok) {
    BigDecimal needed =
        check.limit().multiply(BigDecimal.valueOf(check.n())).setScale(0, RoundingMode.CEILING);
    return Reason.of(
        Kind.SHARE_MISSED,
        check.metric(),
        check.figureWithUnit(),
        check.limitWithUnit(),
        Integer.toString(ok),
        Integer.toString(check.n()),
        needed.toPlainString());
  }
}
