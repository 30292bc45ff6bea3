package chatload.run;

import chatload.metric.Thresholds;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * @param load of chats that are due at instants of their own; null for users who send one after the
 *     other
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedScenario(
    String name,
    int requests,
    int concurrency,
    long timeoutMs,
    long rampMs,
    Thresholds thresholds,
    @JsonInclude(JsonInclude.Include.NON_NULL) LoadPlan load) {

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
    if (load != null && (load.micros().length != requests || concurrency != requests)) {
      throw new IllegalArgumentException("the scenario " + name + " has other chats than its load");
    }
  }

  /** One whose users send one chat after the other. */
  public PlannedScenario(
      String name,
      int requests,
      int concurrency,
      long timeoutMs,
      long rampMs,
      Thresholds thresholds) {
    this(name, requests, concurrency, timeoutMs, rampMs, thresholds, null);
  }

  public static PlannedScenario of(Scenario scenario) {
    return new PlannedScenario(
        scenario.name(),
        scenario.requests(),
        scenario.concurrency(),
        scenario.timeLimit().toMillis(),
        scenario.ramp().toMillis(),
        scenario.thresholds(),
        scenario.load());
  }

  public Scenario scenario() {
    return new Scenario(
        name,
        requests,
        concurrency,
        Duration.ofMillis(timeoutMs),
        thresholds,
        Duration.ofMillis(rampMs),
        load);
  }

  /**
   * Its sizes as a gate file has them, by field, in order: how many chats, from whom, until when.
   */
  public Map<String, Object> sizes() {
    Map<String, Object> sizes = new LinkedHashMap<>();
    if (load == null) {
      sizes.put("requests", requests);
      sizes.put("concurrency", concurrency);
      sizes.put("rampMs", rampMs);
    } else {
      sizes.put("load", load.shape());
      if (load.maxInFlight() != null) {
        sizes.put("maxInFlight", load.maxInFlight());
      }
    }
    sizes.put("timeoutMs", timeoutMs);
    return sizes;
  }
}
