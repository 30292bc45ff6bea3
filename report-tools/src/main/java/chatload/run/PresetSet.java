package chatload.run;

import chatload.gate.GateFile;
import chatload.gate.Reference;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.metric.Thresholds;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  public static final PresetSet ISSUE_26_1 = read("issue-26/1");

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

  /** From the gate file of that name that comes with this program. */
  private static PresetSet read(String name) {
    String file = "/chatload/presets/" + name + ".yaml";
    try (InputStream in = PresetSet.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<PlannedScenario> scenarios = new ArrayList<>();
      GateFile.parse(file, text, List.of(), PlannedScenario.NAME)
          .scenarios()
          .forEach((scenario, fields) -> scenarios.add(planned(scenario, fields)));
      return new PresetSet(name, scenarios);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlannedScenario planned(String scenario, Map<String, Reference> fields) {
    Map<Metric, Double> limits = new LinkedHashMap<>();
    for (Metric metric : Metrics.ALL) {
      Reference limit = fields.get(metric.limitField());
      if (limit != null) {
        limits.put(metric, Double.valueOf(limit.text()));
      }
    }
    return new PlannedScenario(
        scenario,
        Integer.parseInt(fields.get("requests").text()),
        Integer.parseInt(fields.get("concurrency").text()),
        Long.parseLong(fields.get("timeoutMs").text()),
        Long.parseLong(fields.get("rampMs").text()),
        Thresholds.of(limits));
  }

  public List<String> names() {
    return scenarios.stream().map(PlannedScenario::name).toList();
  }
}
