package chatload.verification;

import chatload.files.Json;
import chatload.text.VisibleText;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds the figures in a JSON file of another version against those that the records give. That
 * version may have known fewer fields and other words; every field that it wrote must be right.
 */
final class FigureComparison {

  /** What every version wrote into a summary; of a run without a manifest some are null. */
  private static final List<String> ALWAYS_IN_SUMMARY =
      List.of(
          "/schemaVersion",
          "/runId",
          "/scenario",
          "/config",
          "/thresholds",
          "/totals/requests",
          "/totals/success",
          "/totals/failed",
          "/totals/successRate",
          "/latency/total/p95",
          "/latency/firstToken/p95",
          "/outcomes",
          "/causes",
          "/failures",
          "/verdict/status",
          "/verdict/checks");

  /** Sentences, which may have been worded otherwise. */
  private static final Set<String> IN_WORDS = Set.of("/verdict/reasons", "/gatling/differences");

  private static final int LONGEST_SHOWN = 120;

  private final String name;
  private final List<Finding> findings = new ArrayList<>();

  private FigureComparison(String name) {
    this.name = name;
  }

  /** What is wrong with a summary; empty if all its figures follow from the records. */
  static List<Finding> ofSummary(String name, byte[] found, String expected) {
    FigureComparison comparison = new FigureComparison(name);
    JsonNode json = comparison.compare(found, expected);
    for (String pointer : ALWAYS_IN_SUMMARY) {
      if (json != null && json.at(pointer).isMissingNode()) {
        comparison.add(pointer, "is missing");
      }
    }
    return comparison.findings;
  }

  /** What is wrong with any other file of figures. */
  static List<Finding> of(String name, byte[] found, String expected) {
    FigureComparison comparison = new FigureComparison(name);
    comparison.compare(found, expected);
    return comparison.findings;
  }

  private JsonNode compare(byte[] found, String expected) {
    try {
      JsonNode json = Json.MAPPER.readTree(found);
      compare("", Json.MAPPER.readTree(expected), json);
      return json;
    } catch (IOException e) {
      findings.add(new Finding(name, "is no JSON"));
      return null;
    }
  }

  private void compare(String path, JsonNode expected, JsonNode found) {
    if (IN_WORDS.contains(path)) {
      return;
    }
    if (found.isObject() && expected.isObject()) {
      found
          .properties()
          .forEach(
              field ->
                  compare(
                      path + "/" + field.getKey(),
                      expected.path(field.getKey()),
                      field.getValue()));
    } else if (found.isArray() && expected.isArray() && found.size() == expected.size()) {
      for (int i = 0; i < found.size(); i++) {
        compare(path + "/" + i, expected.get(i), found.get(i));
      }
    } else if (!isSame(expected, found)) {
      add(path, "is " + shown(found) + ", but the records give " + shown(expected));
    }
  }

  private static boolean isSame(JsonNode expected, JsonNode found) {
    return expected.isNumber() && found.isNumber()
        ? expected.decimalValue().compareTo(found.decimalValue()) == 0
        : expected.equals(found);
  }

  private void add(String path, String what) {
    findings.add(new Finding(name, path + " " + what));
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "nothing" : VisibleText.of(node.toString(), LONGEST_SHOWN);
  }
}
