package chatload.output;

import chatload.files.OutputFile.Content;
import chatload.result.ScenarioResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code <scenario>-report.md}. */
final class ScenarioMarkdown implements ReportOutput {

  @Override
  public List<OutputName> names() {
    return List.of(
        new OutputName(
            "<scenario>-report.md",
            "one scenario: thresholds and margins, times, every failure by cause, the slowest"
                + " chats",
            "0.1.0"));
  }

  @Override
  public Map<String, Content> files(Reported job) {
    Map<String, Content> files = new LinkedHashMap<>();
    for (ScenarioResult scenario : job.result().scenarios()) {
      if (scenario.wasRun()) {
        files.put(
            scenario.scenario() + "-report.md", out -> out.write(job.pages().scenario(scenario)));
      }
    }
    return files;
  }
}
