package chatload.cli;

import chatload.ExitCode;
import chatload.UserError;
import chatload.document.ConsoleReport;
import chatload.document.JobResult;
import chatload.document.ReportWriter;
import chatload.evidence.EarlierReport;
import chatload.evidence.EvidenceSeal;
import chatload.evidence.HashesToCome;
import chatload.run.ReportDir;
import chatload.run.ReportDirLock;
import chatload.run.Scenario;
import chatload.settings.Setting;
import chatload.settings.Settings;
import chatload.settings.Settings.Language;
import chatload.verdict.Verdict;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code loadtest report}. */
@Command(
    name = "report",
    description =
        "Judges the runs in a report directory and writes summaries, reports and overview; seals"
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
    ReportDir directory = new ReportDir(reportDir);
    return ReportDirLock.holding(
        directory, () -> report(context, directory, language, JobResult::hasEnded));
  }

  /** Reports on a job that is over, whatever became of it, and seals its evidence. */
  static int report(CommandContext context, ReportDir directory, Language language) {
    return report(context, directory, language, job -> true);
  }

  private static int report(
      CommandContext context, ReportDir directory, Language language, Predicate<JobResult> isOver) {
    if (EvidenceSeal.isSealed(directory)) {
      return show(context, directory, ReportWriter.write(directory, language));
    }
    if (EarlierReport.isThereFor(directory)) {
      throw UserError.input(
          directory.evidence() + " is missing, though this run was reported on when it had ended",
          "Without it nobody can say whether the evidence was changed since. Put it back, or run"
              + " again into a new directory.");
    }
    HashesToCome hashes = HashesToCome.of(directory);
    return show(
        context,
        directory,
        ReportWriter.write(
            directory, language, result -> sealIfOver(context, directory, result, isOver, hashes)));
  }

  /**
   * Before any document is written: with documents and no seal, nobody could say any more whether
   * the seal was taken away or the process was killed in between.
   */
  private static void sealIfOver(
      CommandContext context,
      ReportDir directory,
      JobResult result,
      Predicate<JobResult> isOver,
      HashesToCome hashes) {
    if (isOver.test(result)) {
      EvidenceSeal.seal(directory, result.runId(), hashes)
          .ifPresent(
              files ->
                  context
                      .out()
                      .println("Evidence: " + files + " files sealed in " + directory.evidence()));
    }
  }

  /** Prints the table, and returns the exit code of the verdict. */
  private static int show(CommandContext context, ReportDir directory, JobResult result) {
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
