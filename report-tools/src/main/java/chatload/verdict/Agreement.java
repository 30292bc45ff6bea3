package chatload.verdict;

import chatload.gatling.ChatFigures;
import chatload.gatling.GatlingRun;
import chatload.metric.ChatTime;
import chatload.metric.Figures;
import chatload.metric.Latencies;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.records.RunEvidence;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.verdict.Reason.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether Gatling's own log tells the same story as the chat records. Both are written by one
 * process, but by different code: the records by the chat exchange, on a clock of nanoseconds, the
 * log by Gatling's engine, on a clock of milliseconds.
 *
 * <p>Chats, OK and failed ones must be equal in number. A P95 may differ by {@link #RESOLUTION_MS}:
 * Gatling cuts three times per chat to whole milliseconds, takes its first one a little before the
 * request is handed over, and learns of an event a little after it was read.
 *
 * @param agrees null when there is nothing to compare: no log, or the run did not end as it should
 * @param differences what is different, and whatever keeps the two from being compared
 */
public record Agreement(Boolean agrees, List<Reason> differences) {

  /**
   * How far apart two P95s may lie, milliseconds. With a warmed-up generator they were never 1 ms
   * apart; in a cold one up to 41 ms, and a single chat (the first one) 46 ms. This is twice that,
   * and little beside the seconds that limits are about.
   */
  public static final int RESOLUTION_MS = 100;

  public Agreement {
    differences = List.copyOf(differences);
  }

  /**
   * Holds what Gatling measured against the records, whose times over OK chats are given.
   *
   * @param isLogNeeded whether Gatling was told to leave its log in the report directory
   */
  public static Agreement of(
      GatlingRun gatling, RunEvidence evidence, Latencies latencies, boolean isLogNeeded) {
    if (gatling instanceof GatlingRun.Several several) {
      return disagree(
          Reason.quoting(
              Kind.SEVERAL_GATLING_RUNS,
              String.join(", ", several.folders()),
              Integer.toString(several.folders().size())));
    }
    boolean completed =
        evidence.manifest().filter(run -> run.status() == RunManifest.Status.COMPLETED).isPresent();
    if (completed && isLogNeeded && gatling instanceof GatlingRun.Absent) {
      return disagree(Reason.of(Kind.GATLING_LOG_MISSING));
    }
    if (completed && gatling instanceof GatlingRun.Unusable unusable) {
      return disagree(
          Reason.quoting(Kind.GATLING_LOG_UNUSABLE, unusable.folder() + " " + unusable.problem()));
    }
    if (completed && gatling instanceof GatlingRun.Measured measured) {
      return compare(measured.chats(), evidence, latencies);
    }
    return new Agreement(null, List.of());
  }

  private static Agreement disagree(Reason reason) {
    return new Agreement(false, List.of(reason));
  }

  private static Agreement compare(ChatFigures gatling, RunEvidence evidence, Latencies latencies) {
    List<Reason> differences = new ArrayList<>();
    if (gatling.truncated()) {
      differences.add(Reason.of(Kind.GATLING_LOG_TRUNCATED));
    }
    int missing = evidence.chats().missingCount();
    int ok = evidence.chats().ok();
    int given = evidence.chats().cancelled(); // OK or failed for Gatling, as they ended
    long failed =
        evidence.chats().failures().stream()
            .filter(chat -> chat.outcome() != Outcome.NOT_SENT)
            .count();
    if (gatling.ok() < ok
        || gatling.failed() < failed
        || gatling.total() < ok + failed + given
        || gatling.total() > ok + failed + given + missing) {
      differences.add(
          Reason.of(
              Kind.GATLING_COUNTS_DIFFER,
              Long.toString(gatling.total()),
              Long.toString(gatling.ok()),
              Long.toString(gatling.failed()),
              Long.toString(ok + failed + given),
              Integer.toString(ok),
              Long.toString(failed)));
    } else if (missing == 0 && given == 0) {
      addTimes(differences, gatling, latencies);
    }
    return new Agreement(differences.isEmpty(), differences);
  }

  /** Only for the same chats on both sides, and only what Gatling measures, too. */
  private static void addTimes(List<Reason> differences, ChatFigures gatling, Latencies latencies) {
    if (isApart(latencies, ChatTime.TOTAL, gatling.p95TotalMs(), gatling.p95TotalMs())) {
      differences.add(times(Metrics.P95_TOTAL, gatling.p95TotalMs(), latencies));
    }
    if (isApart(
        latencies,
        ChatTime.FIRST_TOKEN,
        gatling.okFirstTokenFromMs(),
        gatling.okFirstTokenToMs())) {
      differences.add(times(Metrics.P95_FIRST_TOKEN, gatling.p95FirstTokenMs(), latencies));
    }
  }

  /** Without a range, as when no chat was OK, there is nothing to compare. */
  private static boolean isApart(Latencies latencies, ChatTime time, Integer from, Integer to) {
    if (from == null) {
      return false;
    }
    double recorded = latencies.of(time).p95();
    return recorded < from - RESOLUTION_MS || recorded > to + RESOLUTION_MS;
  }

  private static Reason times(Metric metric, int gatlingMs, Latencies records) {
    return Reason.of(
        Kind.GATLING_TIME_DIFFERS,
        metric,
        Integer.toString(gatlingMs),
        Figures.millis(records.of(metric.time()).p95()),
        Integer.toString(RESOLUTION_MS));
  }
}
