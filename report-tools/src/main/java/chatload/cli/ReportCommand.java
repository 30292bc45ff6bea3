package chatload.cli;

import chatload.ExitCode;
import chatload.document.ConsoleReport;
import chatload.document.JobResult;
import chatload.document.ReportWriter;
import chatload.run.ReportDir;
import chatload.run.Scenario;
import chatload.verdict.Verdict;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code loadtest report}. */
@Command(
    name = "report",
    description =
        "Judges the runs in a report directory and writes their summaries and OVERVIEW.md.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      required = true,
      description = "Directory with the runs.")
  private Path reportDir;

  ReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return report(context, new ReportDir(reportDir));
  }

  /** Writes the report, prints the table, and returns the exit code of the verdict. */
  static int report(CommandContext context, ReportDir directory) {
    JobResult result = ReportWriter.write(directory);
    ConsoleReport.lines(result, context.colour()).forEach(context.out()::println);
    context.out().println("Report: " + directory.overview());
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
