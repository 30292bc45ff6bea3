package chatload.cli.evidence;

import chatload.cli.option.ReportDirOption;
import chatload.closure.ClosureVerifier;
import chatload.console.CommandContext;
import chatload.files.ReportDir;
import chatload.files.ReportDirLock;
import chatload.output.ReportWriter;
import chatload.result.JobResult;
import chatload.signature.SealSignature;
import chatload.tool.ExitCode;
import chatload.verification.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code loadtest sign}. */
@Command(
    name = "sign",
    description = {
      "Signs the seal of a report directory with an SSH key: manifest.json.sig.",
      "What does not verify is not signed. verify --signers FILE tells whose signature it is."
    },
    mixinStandardHelpOptions = true)
public final class SignCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private ReportDirOption options;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      description = "The private SSH key, or the public one of a key that the agent holds.")
  private Path key;

  public SignCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ReportDir directory = options.directory();
    return ReportDirLock.holding(directory, () -> sign(directory));
  }

  private int sign(ReportDir directory) {
    JobResult job = ReportWriter.read(directory);
    List<Finding> findings = ClosureVerifier.all(directory, job);
    if (!findings.isEmpty()) {
      findings.forEach(finding -> context.err().println(finding.line()));
      context.err().println("Not signed: what is wrong comes first, ./loadtest verify tells more.");
      return ExitCode.INCONCLUSIVE.code();
    }
    context.out().println("Signed: " + SealSignature.sign(directory, key));
    context.out().println("Overall Result: " + job.status());
    return ExitCode.PASS.code();
  }
}
