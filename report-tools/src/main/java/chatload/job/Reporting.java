package chatload.job;

import chatload.console.CommandContext;
import chatload.document.ConsoleReport;
import chatload.document.Pages;
import chatload.evidence.EarlierReport;
import chatload.evidence.EvidenceSeal;
import chatload.evidence.PendingHashes;
import chatload.files.ReportDir;
import chatload.output.ReportOutputs;
import chatload.output.ReportWriter;
import chatload.result.JobResult;
import chatload.run.Scenario;
import chatload.tool.UserError;
import chatload.verdict.Verdict;
import chatload.words.Language;
import java.util.Optional;

/** Reports on a job: writes its documents, shows its verdict, and says whether it passed. */
public final class Reporting {

  private Reporting() {}

  /** Reports on a job that is over, whatever became of it; the first report seals its evidence. */
  public static JobResult report(CommandContext context, ReportDir directory, Language language) {
    if (EvidenceSeal.isSealed(directory)) {
      return show(context, directory, ReportWriter.write(directory, language), language);
    }
    Optional<String> trace = EarlierReport.trace(directory, ReportOutputs::isOurs);
    PendingHashes hashes = PendingHashes.of(directory);
    return show(
        context,
        directory,
        ReportWriter.write(
            directory, language, job -> seal(context, directory, job, trace, hashes)),
        language);
  }

  /**
   * Before any document is written: with documents and no seal, nobody could say any more whether
   * the seal was taken away or the process was killed in between.
   */
  private static void seal(
      CommandContext context,
      ReportDir directory,
      JobResult job,
      Optional<String> trace,
      PendingHashes hashes) {
    if (trace.isPresent()) {
      throw UserError.input(
          directory.evidence()
              + " is missing, though "
              + trace.get()
              + " is there, which only comes after it",
          "After a report nobody can say without it whether the evidence was changed since: put it"
              + " back, or run again into a new directory. If the file is your own, move it away.");
    }
    EvidenceSeal.seal(directory, job.runId(), hashes)
        .ifPresent(
            files ->
                context
                    .out()
                    .println("Evidence: " + files + " files sealed in " + directory.evidence()));
  }

  /** That of the verdict. */
  public static int exitCode(JobResult result) {
    return result.status().exitCode().code();
  }

  /** Prints the table. */
  private static JobResult show(
      CommandContext context, ReportDir directory, JobResult result, Language language) {
    ConsoleReport.lines(result, context.colour()).forEach(context.styledOut()::println);
    context.out().println("Report: " + directory.overview());
    context.out().println("With charts: " + directory.overviewHtml());
    printSeal(context, directory);
    GithubStep.tell(context, result, Pages.of(directory, result, language));
    return result;
  }

  /** For the log of the pipeline, which nobody who edits the directory can edit. */
  private static void printSeal(CommandContext context, ReportDir directory) {
    EvidenceSeal.hash(directory)
        .ifPresent(
            hash -> {
              context.out().println("Seal: " + hash);
              context
                  .out()
                  .println("  keep this line; ./loadtest verify --seal " + hash + " compares it");
            });
  }

  /** Whether a scenario that was just run passes. */
  public static boolean passes(ReportDir directory, Scenario scenario) {
    return ReportWriter.read(directory).scenarios().stream()
        .anyMatch(
            result ->
                result.scenario().equals(scenario.name())
                    && result.verdict().status() == Verdict.Status.PASS);
  }
}
