package chatload.output;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** All outputs, in the order in which they are written. */
public final class ReportOutputs {

  /** Such as a page under another ending, or a report of a scenario that was not run. */
  private static final Pattern LOOKS_LIKE_OURS =
      Pattern.compile("(?is)[^/]+-(summary\\.json|report\\.(md|html))|OVERVIEW\\.[^/]+");

  public static final List<ReportOutput> ALL =
      List.of(
          new SummaryJson(),
          new ScenarioMarkdown(),
          new OverviewMarkdown(),
          new OverviewHtml(),
          new JUnitXml(),
          new ChatsCsv(),
          new MetricsProm(),
          new BadgeJson(),
          new GatlingStats());

  private ReportOutputs() {}

  /** What a file of that path is, if an output can have written it. */
  public static Optional<OutputName> named(String path) {
    return ALL.stream()
        .flatMap(output -> output.names().stream())
        .filter(name -> name.matches(path))
        .findFirst();
  }

  /** Whether a file of that path is one of ours, or looks so to people who read the directory. */
  public static boolean isOurs(String path) {
    return named(path).isPresent() || LOOKS_LIKE_OURS.matcher(path).matches();
  }
}
