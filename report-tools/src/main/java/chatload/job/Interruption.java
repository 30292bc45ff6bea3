package chatload.job;

import chatload.console.CommandContext;
import chatload.tool.ExitCode;
import chatload.words.Language;
import java.util.OptionalInt;

/**
 * Ctrl-C or a termination signal during a job: stops the load, keeps what was measured, says so,
 * and ends the process, whose main thread sleeps meanwhile.
 */
public final class Interruption implements Runnable {

  private final CommandContext context;
  private final Job job;
  private final ReportDirClaim claim;
  private final Language language;

  public Interruption(CommandContext context, Job job, ReportDirClaim claim, Language language) {
    this.context = context;
    this.job = job;
    this.claim = claim;
    this.language = language;
  }

  @Override
  public void run() {
    OptionalInt exitCode = job.interrupt();
    context.err().println();
    if (exitCode.isPresent()) {
      context.err().println("Interrupted after the job had ended: nothing is missing.");
    } else {
      context.err().println("Interrupted: the load was stopped; what was measured is kept.");
      try {
        claim.requireHeld();
        Reporting.report(context, claim.directory(), language);
      } catch (RuntimeException e) {
        context.err().println("The report could not be written: " + e.getMessage());
      }
    }
    context.out().flush();
    context.err().flush();
    Runtime.getRuntime().halt(exitCode.orElse(ExitCode.INCONCLUSIVE.code()));
  }
}
