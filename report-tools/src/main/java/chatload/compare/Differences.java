package chatload.compare;

import chatload.files.Json;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.run.RunManifest;
import chatload.text.VisibleText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What two jobs must have in common to be compared: load, limits, protocol, data and generator.
 * Where the service is and who asks may differ, for that is what is compared.
 */
final class Differences {

  /** Of what was sent where. */
  private static final Set<String> MAY_DIFFER = Set.of("url", "tenantId", "userId", "threadPrefix");

  private static final int LONGEST_SHOWN = 80;

  private final List<String> found = new ArrayList<>();

  private Differences() {}

  static List<String> of(JobResult before, JobResult after) {
    Differences differences = new Differences();
    List<String> names = before.scenarios().stream().map(ScenarioResult::scenario).toList();
    List<String> others = after.scenarios().stream().map(ScenarioResult::scenario).toList();
    if (!names.equals(others)) {
      differences.add("scenarios", String.join(",", names), String.join(",", others));
    }
    for (RunManifest run : before.manifests()) {
      after.manifests().stream()
          .filter(other -> other.scenario().equals(run.scenario()))
          .forEach(other -> differences.compare(run.scenario(), json(run), json(other)));
    }
    return List.copyOf(differences.found);
  }

  private static JsonNode json(RunManifest run) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    ObjectNode config = Json.MAPPER.valueToTree(run.config());
    json.set("config", config.remove(MAY_DIFFER));
    json.set("limits", Json.MAPPER.valueToTree(run.thresholds()));
    json.set("protocol", Json.MAPPER.valueToTree(run.target().protocol()));
    json.set("http2", Json.MAPPER.valueToTree(run.target().http2()));
    if (run.generator() != null) {
      json.put("generator.processors", run.generator().processors());
      json.put("generator.maxHeapMb", run.generator().maxHeapMb());
    }
    json.put("generator.chatload", run.tool().chatload());
    json.put("generator.gatling", run.tool().gatling());
    json.put("generator.os", run.tool().os());
    return json;
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    if (before.isObject() && after.isObject()) {
      Set<String> fields = new TreeSet<>();
      for (Map.Entry<String, JsonNode> field : before.properties()) {
        fields.add(field.getKey());
      }
      for (Map.Entry<String, JsonNode> field : after.properties()) {
        fields.add(field.getKey());
      }
      fields.forEach(field -> compare(path + "." + field, before.path(field), after.path(field)));
    } else if (!isSame(before, after)) {
      add(path, shown(before), shown(after));
    }
  }

  private static boolean isSame(JsonNode before, JsonNode after) {
    if (before.isNumber() && after.isNumber()) {
      return before.decimalValue().compareTo(after.decimalValue()) == 0;
    }
    return before.equals(after) || isNothing(before) && isNothing(after);
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private void add(String what, String before, String after) {
    found.add(what + " is " + before + " in OLD and " + after + " in NEW");
  }

  private static String shown(JsonNode node) {
    return isNothing(node) ? "nothing" : VisibleText.of(node.toString(), LONGEST_SHOWN);
  }
}
