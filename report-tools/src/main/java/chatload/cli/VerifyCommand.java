package chatload.cli;

import chatload.ExitCode;
import chatload.closure.ClosureVerifier;
import chatload.document.JobResult;
import chatload.document.ReportWriter;
import chatload.render.VisibleText;
import chatload.run.ReportDir;
import chatload.verification.Finding;
import chatload.verification.ReportVerifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code loadtest verify}. */
@Command(
    name = "verify",
    description = {
      "Computes every summary, verdict and document again from the raw records and compares; checks",
      "that the evidence is what it was when the run ended. One line per finding; exit code 5 if",
      "there is any, 0 if not, whatever the verdict is."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      required = true,
      description = "Directory with the runs.")
  private Path reportDir;

  VerifyCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ReportDir directory = new ReportDir(reportDir);
    JobResult job = ReportWriter.read(directory);
    List<Finding> findings = new ArrayList<>(ReportVerifier.findings(directory, job));
    findings.addAll(ClosureVerifier.findings(directory, job));
    findings.forEach(finding -> context.out().println(VisibleText.of(finding.line())));
    context
        .out()
        .println(
            findings.isEmpty()
                ? "Verified: the evidence is as it was sealed, and all documents follow from it"
                    + " (Overall Result: "
                    + job.status()
                    + ")"
                : "Findings: " + findings.size());
    return (findings.isEmpty() ? ExitCode.PASS : ExitCode.INCONCLUSIVE).code();
  }
}
