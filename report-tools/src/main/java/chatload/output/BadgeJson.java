package chatload.output;

import chatload.files.Json;
import chatload.files.OutputFile.Content;
import chatload.result.JobResult;
import chatload.run.Scenario;
import chatload.text.VisibleText;
import chatload.verdict.Caveat;
import chatload.verdict.Verdict.Status;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code badge.json}: the verdict in the words and the colour of a badge, as the endpoint badge of
 * shields.io reads it (badges/shields, services/endpoint-common.js, schema version 1). It is green
 * only for a PASS that says all that a reader takes it for: whatever makes a PASS worth less stands
 * in the message, and takes the green away.
 */
final class BadgeJson implements ReportOutput {

  private static final String NAME = "badge.json";
  private static final String LABEL = "load test";

  /** Most names of scenarios that are shown; a badge is a line. */
  private static final int MOST_NAMES = 3;

  /** Longest name that is shown, characters. */
  private static final int LONGEST = 40;

  /**
   * Its fields, in their order.
   *
   * @param schemaVersion of shields' layout
   * @param label the left side
   * @param message the right side
   * @param color of the right side
   * @param isError whether whoever shows the badge may give it no other colour
   */
  record Badge(int schemaVersion, String label, String message, String color, boolean isError) {}

  @Override
  public List<OutputName> names() {
    return List.of(
        new OutputName(
            NAME, "the verdict as a badge, for the endpoint badge of shields.io", "0.3.0"));
  }

  @Override
  public Map<String, Content> files(Reported job) {
    Badge badge = of(job.result());
    return Map.of(
        NAME,
        out -> {
          Json.PRETTY.writeValue(out, badge);
          out.write('\n');
        });
  }

  /** Shields refuses every field beside its own. */
  @Override
  public boolean isEarlier(String text) {
    try {
      JsonNode json = Json.MAPPER.readTree(text);
      Badge badge = Json.MAPPER.treeToValue(json, Badge.class);
      return badge.label().equals(LABEL) && json.equals(Json.MAPPER.valueToTree(badge));
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static Badge of(JobResult job) {
    List<String> notes = job.status() == Status.PASS ? worthLess(job) : names(job.deciding());
    String message = job.status() + (notes.isEmpty() ? "" : ": ") + String.join(", ", notes);
    String color =
        switch (job.status()) {
          case PASS -> isGreen(job) ? "brightgreen" : "blue";
          case FAIL -> "red";
          case INCONCLUSIVE -> "orange";
        };
    return new Badge(1, LABEL, message, color, !color.equals("brightgreen"));
  }

  /** Own sizes, limits and scenarios are as good as the checklist's, and named in the message. */
  private static boolean isGreen(JobResult job) {
    Set<Caveat> caveats = job.caveats().keySet();
    return caveats.stream()
        .allMatch(
            caveat ->
                caveat == Caveat.NOT_PRESET || caveat == Caveat.PARTIAL_PRESET && isOwnPlan(job));
  }

  /** Whether none of the checklist's scenarios was planned, so that no part of it was left out. */
  private static boolean isOwnPlan(JobResult job) {
    return job.scenarios().stream()
        .noneMatch(scenario -> Scenario.preset(scenario.scenario()).isPresent());
  }

  private static List<String> worthLess(JobResult job) {
    List<String> notes = new ArrayList<>();
    for (Caveat caveat : job.caveats().keySet()) {
      switch (caveat) {
        case EMBEDDED_TARGET -> notes.add("embedded service");
        case NOT_PRESET -> notes.add("own sizes or limits");
        case PARTIAL_PRESET -> notes.addAll(names(job.scenariosWith(Status.PASS)));
        case TLS_NOT_VERIFIED -> notes.add("TLS not verified");
        case CANNED_REPLIES_UNKNOWN -> notes.add("canned replies not looked for");
        case CUTS_UNSEEN -> notes.add("cuts unseen");
      }
    }
    return notes;
  }

  private static List<String> names(List<String> scenarios) {
    List<String> names = new ArrayList<>();
    for (String scenario : scenarios.subList(0, Math.min(MOST_NAMES, scenarios.size()))) {
      names.add(VisibleText.of(scenario, LONGEST));
    }
    if (scenarios.size() > MOST_NAMES) {
      names.add((scenarios.size() - MOST_NAMES) + " more");
    }
    return names;
  }
}
