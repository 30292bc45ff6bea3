package chatload.result;

import chatload.metric.ChatTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What more users did to the service, by Little's law: in a closed model without pauses, throughput
 * = users ÷ mean total. That holds for the steady part of a run, unlike chats ÷ duration, which
 * counts its start and its end too.
 *
 * @param low the run with fewer users
 * @param high the run with more users
 */
public record Saturation(Load low, Load high) {

  /** Fewer OK chats than this say too little about a mean. */
  static final int LEAST_CHATS = 10;

  /** With more failures than this users were not all busy with chats that count. */
  static final double LEAST_SUCCESS_RATE = 0.9;

  /** Below this ratio of users there is nothing to compare. */
  static final double LEAST_RATIO = 1.5;

  /** Throughput that grew by less than this share of what the users did has stopped growing. */
  static final double STOPPED = 0.2;

  /** Throughput that grew by more than this share of what the users did has kept up. */
  static final double KEPT_UP = 0.8;

  /**
   * One run.
   *
   * @param meanTotalMs over OK chats, milliseconds
   */
  public record Load(String scenario, int users, double meanTotalMs) {
    public double chatsPerSecond() {
      return users * 1000 / meanTotalMs;
    }
  }

  /** How much of it there is. */
  public enum Degree {
    NONE,
    SLOWING,
    SATURATED
  }

  /** The two runs with most users; empty unless both ran well enough to be compared. */
  public static Optional<Saturation> between(List<ScenarioResult> runs) {
    List<ScenarioResult> byUsers =
        runs.stream()
            .filter(run -> run.manifest().isPresent() && !run.manifest().get().config().isOpen())
            .sorted(Comparator.comparingInt(Saturation::users).reversed())
            .limit(2)
            .filter(Saturation::isUsable)
            .toList();
    if (byUsers.size() < 2) {
      return Optional.empty();
    }
    Saturation both = new Saturation(load(byUsers.get(1)), load(byUsers.get(0)));
    return both.high.users >= LEAST_RATIO * both.low.users ? Optional.of(both) : Optional.empty();
  }

  public Degree degree() {
    double usersGrew = (double) high.users / low.users - 1;
    double throughputGrew = high.chatsPerSecond() / low.chatsPerSecond() - 1;
    double share = throughputGrew / usersGrew;
    return share < STOPPED ? Degree.SATURATED : share < KEPT_UP ? Degree.SLOWING : Degree.NONE;
  }

  /** Users at once for whom the larger throughput suffices at the shorter mean total. */
  public long bearableUsers() {
    double most = Math.max(high.chatsPerSecond(), low.chatsPerSecond());
    return Math.max(1, Math.round(most * low.meanTotalMs / 1000));
  }

  private static int users(ScenarioResult run) {
    return run.manifest().orElseThrow().config().concurrency();
  }

  private static Load load(ScenarioResult run) {
    return new Load(
        run.scenario(),
        users(run),
        run.summary().orElseThrow().latency().of(ChatTime.TOTAL).mean());
  }

  private static boolean isUsable(ScenarioResult run) {
    Summary summary = run.summary().orElseThrow();
    int ok = run.evidence().orElseThrow().chats().ok();
    Double mean = summary.latency().of(ChatTime.TOTAL).mean();
    return ok >= LEAST_CHATS
        && mean != null
        && mean > 0
        && summary.totals().successRate().doubleValue() >= LEAST_SUCCESS_RATE;
  }
}
