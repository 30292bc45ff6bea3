package chatload.output;

import chatload.files.OutputFile.Content;
import java.util.List;
import java.util.Map;

/** {@code OVERVIEW.md}. */
final class OverviewMarkdown implements ReportOutput {

  private static final String NAME = "OVERVIEW.md";

  @Override
  public List<OutputName> names() {
    return List.of(
        new OutputName(
            NAME, "read this first: the verdict, why, and what to look at next", "0.1.0"));
  }

  @Override
  public Map<String, Content> files(Reported job) {
    return Map.of(NAME, out -> out.write(job.pages().overview()));
  }
}
