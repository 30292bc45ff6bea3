package chatload.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one of several injectors is told: its part, and when all of them begin.
 *
 * @param part of the plan
 * @param startAt when the first chat of the first scenario may be sent; null for as soon as it can
 */
public record Injector(Part part, Instant startAt) {

  /** The only one. */
  public static final Injector ALONE = new Injector(Part.WHOLE, null);

  /**
   * What lies between two scenarios beside the time that the first should take: its report, the
   * warm-up of the next one, and what injectors differ by.
   */
  private static final Duration PAUSE = Duration.ofSeconds(60);

  /**
   * When a scenario begins; empty if nobody said. Injectors can't tell each other that they are
   * through, so it follows from the plan: each scenario has the time that it takes against a
   * service that just keeps its limits, and a minute. An injector that is not ready then begins as
   * soon as it is, which the merge finds.
   *
   * @param all scenarios of the job, in order
   * @param think the longest time that a user thinks before a chat
   */
  public Optional<Instant> startOf(String scenario, List<Scenario> all, Duration think) {
    if (startAt == null) {
      return Optional.empty();
    }
    Instant start = startAt;
    for (Scenario one : all) {
      if (one.name().equals(scenario)) {
        return Optional.of(start);
      }
      int rounds = (one.requests() - 1) / one.concurrency() + 1;
      start =
          start
              .plus(one.expectedDuration())
              .plus(think.multipliedBy(rounds))
              .plus(one.ramp())
              .plus(PAUSE);
    }
    return Optional.of(start);
  }
}
