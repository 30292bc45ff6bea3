package chatload.output;

import chatload.files.OutputFile.Content;
import java.util.List;
import java.util.Map;

/** {@code OVERVIEW.html}. */
final class OverviewHtml implements ReportOutput {

  private static final String NAME = "OVERVIEW.html";

  @Override
  public List<OutputName> names() {
    return List.of(
        new OutputName(NAME, "the same with charts, in one file that needs no network", "0.1.0"));
  }

  @Override
  public Map<String, Content> files(Reported job) {
    return Map.of(NAME, out -> out.write(job.pages().overviewHtml()));
  }
}
