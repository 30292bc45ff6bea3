package chatload.output;

import chatload.files.Json;
import chatload.files.OutputFile.Content;
import chatload.result.ScenarioResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code <scenario>-summary.json}. */
final class SummaryJson implements ReportOutput {

  @Override
  public List<OutputName> names() {
    return List.of(
        new OutputName(
            "<scenario>-summary.json", "all figures and all failures, for programs", "0.1.0"));
  }

  /** Piece by piece: a summary names every failed chat. */
  @Override
  public Map<String, Content> files(Reported job) {
    Map<String, Content> files = new LinkedHashMap<>();
    for (ScenarioResult scenario : job.result().scenarios()) {
      scenario
          .summary()
          .ifPresent(
              summary ->
                  files.put(
                      scenario.scenario() + "-summary.json",
                      out -> {
                        Json.PRETTY.writeValue(out, summary);
                        out.write('\n');
                      }));
    }
    return files;
  }
}
