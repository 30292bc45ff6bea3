package chatload.run;

import chatload.metric.Metrics;
import chatload.metric.Thresholds;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The scenarios that together fulfil a checklist. Evidence outlives the code that made it, so a set
 * that was published is never changed: another set gets another name, and the table only grows.
 *
 * @param name the checklist and the number of the set
 * @param scenarios in the order in which they are run
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PresetSet(String name, List<PlannedScenario> scenarios) {

  /** That of the checklist of issue 26; the only one of all versions 0.1. */
  public static final PresetSet ISSUE_26_1 =
      new PresetSet(
          "issue-26/1",
          List.of(
              new PlannedScenario("smoke", 20, 2, 30_000, 1000, limits(1.00, 8000, 2500)),
              new PlannedScenario("baseline", 100, 10, 35_000, 1000, limits(0.99, 6000, 2000)),
              new PlannedScenario("stress", 300, 30, 45_000, 1000, limits(0.95, 10_000, 3500))));

  /** The one that jobs are planned with now. */
  public static final PresetSet CURRENT = ISSUE_26_1;

  private static final List<PresetSet> PUBLISHED = List.of(ISSUE_26_1);

  public PresetSet {
    Objects.requireNonNull(name, "presets.name");
    scenarios = List.copyOf(scenarios);
  }

  /** The published set of that name; empty for a name that this version does not know. */
  public static Optional<PresetSet> published(String name) {
    return PUBLISHED.stream().filter(set -> set.name().equals(name)).findFirst();
  }

  public Optional<PlannedScenario> scenario(String scenario) {
    return scenarios.stream().filter(one -> one.name().equals(scenario)).findFirst();
  }

  private static Thresholds limits(double successRate, double p95Total, double p95FirstToken) {
    return new Thresholds(
        Map.of(
            Metrics.SUCCESS_RATE, successRate,
            Metrics.P95_TOTAL, p95Total,
            Metrics.P95_FIRST_TOKEN, p95FirstToken));
  }

  public List<String> names() {
    return scenarios.stream().map(PlannedScenario::name).toList();
  }
}
