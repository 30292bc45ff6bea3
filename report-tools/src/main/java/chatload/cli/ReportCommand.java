package chatload.cli;

import chatload.ExitCode;
import chatload.document.ConsoleReport;
import chatload.document.JobResult;
import chatload.document.ReportWriter;
import chatload.run.ReportDir;
import chatload.run.Scenario;
import chatload.settings.Setting;
import chatload.settings.Settings;
import chatload.settings.Settings.Language;
import chatload.verdict.Verdict;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code loadtest report}. */
@Command(
    name = "report",
    description =
        "Judges the runs in a report directory and writes summaries, reports and overview.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      required = true,
      description = "Directory with the runs.")
  private Path reportDir;

  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      description = "Language of the documents (default: en).")
  private String lang;

  ReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    Flags.put(flags, Setting.LANG, lang);
    Language language = Settings.language(flags, context.properties(), context.environment());
    return report(context, new ReportDir(reportDir), language);
  }

  /** Writes the report, prints the table, and returns the exit code of the verdict. */
  static int report(CommandContext context, ReportDir directory, Language language) {
    JobResult result = ReportWriter.write(directory, language);
    ConsoleReport.lines(result, context.colour()).forEach(context.out()::println);
    context.out().println("Report: " + directory.overview());
    context.out().println("With charts: " + directory.overviewHtml());
    ExitCode exitCode = result.status().exitCode();
    return exitCode.code();
  }

  /** Whether a scenario that was just run passes. */
  static boolean passes(ReportDir directory, Scenario scenario) {
    return ReportWriter.read(directory).scenarios().stream()
        .anyMatch(
            result ->
                result.scenario().equals(scenario.name())
                    && result.verdict().status() == Verdict.Status.PASS);
  }
}
