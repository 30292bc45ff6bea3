package chatload.run;

import java.time.Duration;

/** The longest times that a run and its parts can take, if nothing hangs. */
public final class LongestTime {

  /** How long the response of a chat may stay open beyond its end, and more. */
  private static final Duration BETWEEN_CHATS = Duration.ofSeconds(1);

  /** For machines that stand still for a while. */
  public static final Duration SLACK = Duration.ofSeconds(60);

  private static final Duration START = Duration.ofSeconds(60);

  private LongestTime() {}

  /** Of everything before the first chat. A round of the warm-up that has begun is finished. */
  public static Duration beforeTheRun(Duration warmUpLimit) {
    return START.plus(warmUpLimit.multipliedBy(4));
  }

  /**
   * Of all chats of a run, the first user's arrival to the last chat's end.
   *
   * @param think the longest time that a user thinks before a chat
   */
  public static Duration ofTheRun(Scenario scenario, Duration think) {
    int most = (scenario.requests() - 1) / scenario.concurrency() + 1;
    Duration chats = scenario.timeLimit().plus(BETWEEN_CHATS).plus(think).multipliedBy(most);
    return scenario.ramp().plus(chats).plus(SLACK);
  }

  /** Of what Gatling does when all chats are over: its report. */
  public static Duration afterTheRun(Scenario scenario) {
    return SLACK.plusMillis(scenario.requests());
  }

  /** Of a simulation's process, which keeps these limits itself, unless it can't any more. */
  public static Duration ofTheProcess(Scenario scenario, Duration warmUpLimit, Duration think) {
    return beforeTheRun(warmUpLimit)
        .plus(ofTheRun(scenario, think))
        .plus(afterTheRun(scenario))
        .plus(SLACK);
  }
}
