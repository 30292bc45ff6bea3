package chatload.run;

import chatload.metric.Metrics;
import chatload.metric.Thresholds;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One load scenario as data, shared by the simulations and by everything that plans or judges them.
 * The presets are those of {@link PresetSet#CURRENT}.
 *
 * @param name such as smoke
 * @param requests chats to send in all, at least 1
 * @param concurrency users that share them, 1..requests; each sends its next chat as soon as its
 *     last one ended
 * @param timeLimit how long one chat may take from its start, at least one millisecond
 * @param thresholds the limits to judge by
 * @param ramp time in which the users arrive, evenly; zero for all at once
 * @param load of chats that are due at instants of their own, each from a user of its own, so that
 *     there are as many users as chats, arriving within the ramp; null for users who send one chat
 *     after the other
 */
public record Scenario(
    String name,
    int requests,
    int concurrency,
    Duration timeLimit,
    Thresholds thresholds,
    Duration ramp,
    LoadPlan load) {

  /** The ramp of the presets; real users do not come in the same millisecond. */
  public static final Duration RAMP = Duration.ofSeconds(1);

  private static final Duration SOAK = Duration.ofMinutes(10);

  public static final Scenario SMOKE = today("smoke");
  public static final Scenario BASELINE = today("baseline");
  public static final Scenario STRESS = today("stress");

  /** The presets in the order in which they are run. */
  public static final List<Scenario> PRESETS = List.of(SMOKE, BASELINE, STRESS);

  public Scenario {
    if (requests < 1) {
      throw new IllegalArgumentException("requests must be at least 1, was " + requests);
    }
    if (concurrency < 1 || concurrency > requests) {
      throw new IllegalArgumentException(
          "concurrency must be in 1.." + requests + " (requests), was " + concurrency);
    }
    if (timeLimit.toMillis() < 1) {
      throw new IllegalArgumentException(
          "timeoutMs must be at least 1, was " + timeLimit.toMillis());
    }
    if (ramp.isNegative()) {
      throw new IllegalArgumentException("rampMs must not be negative, was " + ramp.toMillis());
    }
  }

  /** A scenario with the ramp of the presets. */
  public Scenario(
      String name, int requests, int concurrency, Duration timeLimit, Thresholds thresholds) {
    this(name, requests, concurrency, timeLimit, thresholds, RAMP);
  }

  /** A scenario whose users send one chat after the other. */
  public Scenario(
      String name,
      int requests,
      int concurrency,
      Duration timeLimit,
      Thresholds thresholds,
      Duration ramp) {
    this(name, requests, concurrency, timeLimit, thresholds, ramp, null);
  }

  /** Of chats that are due at instants of their own. */
  public static Scenario open(
      String name, LoadPlan load, Duration timeLimit, Thresholds thresholds) {
    int chats = load.micros().length;
    return new Scenario(
        name, chats, chats, timeLimit, thresholds, Duration.ofMillis(load.millis()), load);
  }

  /** The same with other limits. */
  public Scenario with(Thresholds limits) {
    return new Scenario(name, requests, concurrency, timeLimit, limits, ramp, load);
  }

  private static Scenario today(String name) {
    return PresetSet.CURRENT.scenario(name).orElseThrow().scenario();
  }

  /** The preset of that name, if there is one. */
  public static Optional<Scenario> preset(String name) {
    return PRESETS.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
  }

  /** Chats that can be open at once. */
  public int mostInFlight() {
    return load == null ? concurrency : load.mostInFlight(timeLimit.toMillis());
  }

  /** Whether it is planned to last so long that nobody wants to wait for what is certain. */
  public boolean isSoak() {
    return ramp.compareTo(SOAK) > 0;
  }

  /** What it takes against a service that just keeps its limit on the total time. */
  public Duration expectedDuration() {
    int rounds = (requests - 1) / concurrency + 1;
    BigDecimal totalMs = thresholds.limit(Metrics.P95_TOTAL).orElseThrow();
    Duration chats = Duration.ofMillis(totalMs.multiply(BigDecimal.valueOf(rounds)).longValue());
    return load == null ? chats : chats.plus(ramp);
  }

  /** True when size, time limit, ramp and thresholds are those of the checklist. */
  public boolean isPreset() {
    return PRESETS.contains(this);
  }
}
