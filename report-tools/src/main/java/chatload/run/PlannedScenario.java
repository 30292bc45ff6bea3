package chatload.run;

import chatload.metric.Thresholds;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One scenario as {@code raw/job.json} names it. Times are milliseconds; the ranges are those of
 * {@link Scenario}.
 *
 * @param name lower-case letters, digits and hyphens, because files are named after it
 * @param requests chats to send in all
 * @param concurrency users that share them
 * @param timeoutMs how long one chat may take
 * @param rampMs time in which the users arrive
 * @param thresholds the limits to judge by
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedScenario(
    String name,
    int requests,
    int concurrency,
    long timeoutMs,
    long rampMs,
    Thresholds thresholds) {

  /** What a scenario can be called. */
  public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public PlannedScenario {
    if (name == null || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a scenario is called " + name);
    }
    Objects.requireNonNull(thresholds, "thresholds");
    if (requests < 1 || concurrency < 1 || concurrency > requests || timeoutMs < 1 || rampMs < 0) {
      throw new IllegalArgumentException("the sizes of the scenario " + name + " are impossible");
    }
  }

  public static PlannedScenario of(Scenario scenario) {
    return new PlannedScenario(
        scenario.name(),
        scenario.requests(),
        scenario.concurrency(),
        scenario.timeLimit().toMillis(),
        scenario.ramp().toMillis(),
        scenario.thresholds());
  }

  public Scenario scenario() {
    return new Scenario(
        name,
        requests,
        concurrency,
        Duration.ofMillis(timeoutMs),
        thresholds,
        Duration.ofMillis(rampMs));
  }
}
