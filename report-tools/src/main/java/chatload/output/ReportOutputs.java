package chatload.output;

import java.util.List;
import java.util.Optional;

/** All outputs, in the order in which they are written. */
public final class ReportOutputs {

  public static final List<ReportOutput> ALL =
      List.of(
          new SummaryJson(),
          new ScenarioMarkdown(),
          new OverviewMarkdown(),
          new OverviewHtml(),
          new JUnitXml(),
          new ChatsCsv(),
          new MetricsProm(),
          new GatlingStats());

  private ReportOutputs() {}

  /** What a file of that path is, if an output can have written it. */
  public static Optional<OutputName> named(String path) {
    return ALL.stream()
        .flatMap(output -> output.names().stream())
        .filter(name -> name.matches(path))
        .findFirst();
  }

  /** Whether a file of that path looks like one of ours. */
  public static boolean isOurs(String path) {
    return named(path).isPresent();
  }
}
