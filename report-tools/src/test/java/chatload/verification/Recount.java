package chatload.verification;

import chatload.files.ReportDir;
import chatload.run.Scenario;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds a PASS against the raw files, without any code of the report: all that PASS promises must
 * be true of each scenario, of numbers that stand there as numbers.
 */
final class Recount {

  private static final ObjectMapper PLAIN = new ObjectMapper();

  private Recount() {}

  static void requirePass(ReportDir dir) throws IOException {
    Set<String> runs = new HashSet<>();
    for (Scenario scenario : Scenario.PRESETS) {
      JsonNode run = PLAIN.readTree(Files.readAllBytes(dir.manifest(scenario.name())));
      runs.add(run.path("runId").asText());
      require("COMPLETED".equals(run.path("status").textValue()), "it has not completed");
      require(run.path("generator").path("problems").isEmpty(), "the generator had problems");
      String records =
          new String(Files.readAllBytes(dir.chats(scenario.name())), StandardCharsets.UTF_8);
      requireRun(run, records);
    }
    require(runs.size() == 1, "runs are mixed");
  }

  private static void requireRun(JsonNode run, String records) throws IOException {
    int requests = run.path("config").path("requests").asInt();
    Set<Integer> ids = new HashSet<>();
    List<Double> totals = new ArrayList<>();
    List<Double> firstTokens = new ArrayList<>();
    for (String line : records.split("\n")) {
      JsonNode chat = PLAIN.readTree(line);
      require(chat.path("id").isIntegralNumber() && ids.add(chat.path("id").asInt()), "an id");
      require(chat.path("runId").equals(run.path("runId")), "a record of another run");
      if ("OK".equals(chat.path("outcome").textValue())) {
        require(chat.path("status").asInt() == 200, "an OK chat with another status");
        require(!chat.hasNonNull("error"), "an OK chat with an error");
        require(chat.path("posts").asInt() == 1, "an OK chat with another number of POSTs");
        totals.add(number(chat, "totalMs"));
        firstTokens.add(number(chat, "firstTokenMs"));
      } else {
        require(chat.path("outcome").isTextual(), "no outcome");
      }
    }
    JsonNode limits = run.path("thresholds");
    require(ids.size() == requests, "records are missing");
    require(
        totals.size() >= number(limits, "minSuccessRate") * requests - 1e-9, "the success rate");
    require(p95(totals) <= number(limits, "maxP95TotalMs"), "P95 total");
    require(p95(firstTokens) <= number(limits, "maxP95FirstTokenMs"), "P95 first token");
  }

  private static double number(JsonNode node, String field) {
    require(node.path(field).isNumber(), field + " is no number");
    return node.path(field).doubleValue();
  }

  private static double p95(List<Double> values) {
    require(!values.isEmpty(), "no data");
    return values.stream().sorted().toList().get((values.size() * 95 + 99) / 100 - 1);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("PASS, in spite of: " + what);
    }
  }
}
