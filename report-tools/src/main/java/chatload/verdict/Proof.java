package chatload.verdict;

import chatload.confidence.Confidence;
import chatload.confidence.Risks;
import chatload.confidence.Standing;
import chatload.metric.Check;
import chatload.metric.Figures;
import chatload.metric.Metric;
import chatload.metric.Rounding;
import chatload.metric.Thresholds;
import chatload.records.RecordedChats;
import chatload.verdict.Reason.Kind;
import chatload.verdict.Verdict.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether so many chats prove what they came to, where that was asked for. */
final class Proof {

  private Proof() {}

  /**
   * What keeps a PASS or a FAIL from being certain enough; empty where nothing does. A PASS needs
   * every check proven, a FAIL one that is disproven.
   *
   * @param explained checks whose miss the load generator may be to blame for
   */
  static List<Reason> lacking(
      Status status,
      List<Check> checks,
      Set<Metric> explained,
      Thresholds limits,
      RecordedChats chats) {
    Double level = limits.confidence();
    if (level == null || status == Status.INCONCLUSIVE) {
      return List.of();
    }
    Map<Metric, Confidence> sure =
        Confidence.of(checks, limits, chats, Risks.of(level, checks.size())).stream()
            .collect(Collectors.toMap(Confidence::metric, Function.identity()));
    boolean isDisproven =
        sure.values().stream()
            .filter(one -> !explained.contains(one.metric()))
            .anyMatch(one -> one.standing() == Standing.DISPROVEN);
    if (status == Status.FAIL && isDisproven) {
      return List.of();
    }
    String shown = Figures.percent(Rounding.plain(level));
    return checks.stream()
        .filter(check -> check.hasData())
        .map(Check::metric)
        .filter(metric -> !sure.containsKey(metric) || isOpen(sure.get(metric)))
        .map(metric -> reason(metric, sure.get(metric), shown))
        .toList();
  }

  private static boolean isOpen(Confidence one) {
    return one.standing() != Standing.PROVEN;
  }

  private static Reason reason(Metric metric, Confidence sure, String level) {
    if (sure == null) {
      return Reason.of(Kind.UNPROVABLE, metric, level);
    }
    String missed = Integer.toString(sure.missed());
    String chats = Integer.toString(sure.chats());
    String allowed = Integer.toString(sure.allowed());
    return sure.chatsToDecide() == null
        ? Reason.of(Kind.UNDECIDABLE, metric, level, missed, chats, allowed)
        : Reason.of(
            Kind.UNDECIDED, metric, level, missed, chats, allowed, sure.chatsToDecide().toString());
  }
}
