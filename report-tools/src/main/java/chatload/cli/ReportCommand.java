package chatload.cli;

import chatload.ExitCode;
import chatload.document.ConsoleReport;
import chatload.document.JobResult;
import chatload.document.ReportWriter;
import chatload.evidence.EvidenceSeal;
import chatload.evidence.HashesToCome;
import chatload.run.ReportDir;
import chatload.run.Scenario;
import chatload.verdict.Verdict;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code loadtest report}. */
@Command(
    name = "report",
    description =
        "Judges the runs in a report directory and writes their summaries and OVERVIEW.md; seals"
            + " the evidence when all scenarios have ended.",
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
    return report(context, new ReportDir(reportDir), JobResult::hasEnded);
  }

  /** Reports on a job that is over, whatever became of it, and seals its evidence. */
  static int report(CommandContext context, ReportDir directory) {
    return report(context, directory, job -> true);
  }

  private static int report(
      CommandContext context, ReportDir directory, Predicate<JobResult> isOver) {
    if (EvidenceSeal.isSealed(directory)) {
      return show(context, directory, ReportWriter.write(directory));
    }
    HashesToCome hashes = HashesToCome.of(directory);
    JobResult result = ReportWriter.write(directory);
    if (isOver.test(result)) {
      EvidenceSeal.seal(directory, result.runId(), hashes)
          .ifPresent(
              files ->
                  context
                      .out()
                      .println("Evidence: " + files + " files sealed in " + directory.evidence()));
    }
    return show(context, directory, result);
  }

  /** Prints the table, and returns the exit code of the verdict. */
  private static int show(CommandContext context, ReportDir directory, JobResult result) {
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
