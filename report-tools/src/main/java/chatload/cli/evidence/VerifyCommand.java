package chatload.cli.evidence;

import chatload.cli.option.ReportDirOption;
import chatload.closure.ClosureVerifier;
import chatload.closure.NotCovered;
import chatload.console.CommandContext;
import chatload.evidence.EvidenceSeal;
import chatload.files.ReportDir;
import chatload.output.ReportWriter;
import chatload.result.JobResult;
import chatload.signature.SealSignature;
import chatload.signature.SealSignature.Checked;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import chatload.tool.Version;
import chatload.verification.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code loadtest verify}. */
@Command(
    name = "verify",
    description = {
      "Computes everything again from the raw records and says what differs.",
      "It also checks that the evidence is what it was when it was sealed. One line per finding;"
          + " exit code 5 if there is any, 0 if not, whatever the verdict is."
    },
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private ReportDirOption options;

  @Option(
      names = "--seal",
      paramLabel = "SHA256",
      description =
          "The seal that scenarios or report printed, as the log of the pipeline has it. Only with"
              + " it can verify see that all files were made anew.")
  private String seal;

  @Option(
      names = "--signers",
      paramLabel = "FILE",
      description =
          "Who may have signed the seal, in the format of OpenSSH's allowed_signers: it must be"
              + " signed by one of them.")
  private Path signers;

  public VerifyCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ReportDir directory = options.directory();
    JobResult job = ReportWriter.read(directory);
    List<Finding> findings = ClosureVerifier.all(directory, job);
    sealFinding(directory).ifPresent(findings::add);
    Optional<Checked> signature =
        Optional.ofNullable(signers).map(file -> SealSignature.check(directory, file));
    signature
        .filter(checked -> !checked.isGood())
        .ifPresent(checked -> findings.add(new Finding(SealSignature.NAME, checked.problem())));
    findings.forEach(finding -> context.out().println(finding.line()));
    job.otherVersion()
        .ifPresent(
            version ->
                context
                    .out()
                    .println(
                        "Made by version "
                            + version
                            + ": evidence, figures and verdict are checked; its documents are not"
                            + " compared byte by byte with those of version "
                            + Version.CHATLOAD
                            + "."));
    String documents = job.otherVersion().isEmpty() ? "all documents follow" : "all figures follow";
    context
        .out()
        .println(
            findings.isEmpty()
                ? "Verified: the evidence is as it was sealed, and "
                    + documents
                    + " from it (Overall Result: "
                    + job.status()
                    + ")"
                : "Findings: " + findings.size());
    signature
        .filter(Checked::isGood)
        .ifPresent(checked -> context.out().println("Signed by " + checked.signer()));
    if (signers == null && SealSignature.isThere(directory)) {
      context.out().println("Not checked: the signature; --signers FILE tells whose it is");
    }
    if (!findings.isEmpty()) {
      otherVersion(job).ifPresent(context.out()::println);
    }
    NotCovered.in(directory)
        .forEach((what, why) -> context.out().println("Not covered: " + what + " (" + why + ")"));
    return (findings.isEmpty() ? ExitCode.PASS : ExitCode.INCONCLUSIVE).code();
  }

  private Optional<Finding> sealFinding(ReportDir directory) {
    if (seal == null) {
      return Optional.empty();
    }
    String given = seal.strip().toLowerCase(Locale.ROOT);
    if (!given.matches("[0-9a-f]{64}")) {
      throw UserError.usage(
          "--seal is no SHA-256", "Give the 64 hexadecimal digits that stand after \"Seal:\".");
    }
    Optional<String> found = EvidenceSeal.hash(directory);
    return found.equals(Optional.of(given))
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "manifest.json",
                "is not the seal that was given: "
                    + found.map(hash -> "its SHA-256 is " + hash).orElse("there is none")));
  }

  /** What to do when documents differ for no other reason than the version that wrote them. */
  private static Optional<String> otherVersion(JobResult job) {
    return job.manifests().stream()
        .map(run -> run.tool().chatload())
        .filter(version -> !Version.CHATLOAD.equals(version))
        .findFirst()
        .map(
            version ->
                "The load was run by version "
                    + version
                    + ", this is "
                    + Version.CHATLOAD
                    + ": if only documents differ, ./loadtest report and prepare write them anew"
                    + " from the same evidence");
  }
}
