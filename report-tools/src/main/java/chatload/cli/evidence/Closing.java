package chatload.cli.evidence;

import chatload.cli.option.ClosingOptions;
import chatload.closure.ClosureResult;
import chatload.closure.ClosureWriter;
import chatload.console.CommandContext;
import chatload.files.ReportDir;
import chatload.files.ReportDirLock;
import chatload.review.Box;
import chatload.signature.SealSignature;
import chatload.signoff.ClosureRequest;
import chatload.text.ShellWords;
import chatload.tool.ExitCode;
import chatload.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Writes closing documents and says what that means. */
public final class Closing {

  private Closing() {}

  /**
   * The exit code: 0 when the documents were written, unless {@code --strict-pass} or {@code
   * --require-review} asked for more than that.
   */
  public static int write(CommandContext context, ClosingOptions options, ClosureRequest request) {
    ReportDir directory = new ReportDir(options.reportDir);
    if (options.requireSignature != null && !isSigned(context, directory, options)) {
      return ExitCode.INCONCLUSIVE.code();
    }
    ClosureResult prepared =
        ReportDirLock.holding(directory, () -> ClosureWriter.write(directory, request));
    prepared
        .documents()
        .forEach(
            name ->
                context.out().println("Written: " + directory.root().resolve(name).normalize()));
    prepared
        .left()
        .forEach(
            name ->
                context
                    .err()
                    .println(
                        "Not written again: "
                            + name
                            + " stands outside the report directory; to write it, say again where"
                            + " it goes (--out, --comment-out, --commands-out)"));
    context.out().println("Overall Result: " + prepared.status());
    if (!prepared.remembered().isEmpty()) {
      tellRemembered(context, directory, request, prepared.remembered());
    }
    if (!prepared.blockers().isEmpty()) {
      context.err().println("Nothing may be closed:");
      prepared.blockers().forEach(blocker -> context.err().println("  " + blocker));
      prepared.steps().forEach(step -> context.err().println("  " + step));
      if (!prepared.inOrder()) {
        context
            .err()
            .println(
                "./loadtest verify says more; a document that merely differs, ./loadtest report writes anew");
      }
    }
    if (options.strictPass && prepared.status().exitCode() != ExitCode.PASS) {
      return prepared.status().exitCode().code();
    }
    boolean waits = prepared.boxes().stream().anyMatch(Box::waitsForPeople);
    return (prepared.requireReview() && waits ? ExitCode.INCONCLUSIVE : ExitCode.PASS).code();
  }

  /** Says whose signature it is, or what is wrong with it. */
  private static boolean isSigned(
      CommandContext context, ReportDir directory, ClosingOptions options) {
    SealSignature.Checked checked = SealSignature.check(directory, options.requireSignature);
    if (checked.isGood()) {
      context.out().println("Signed by " + checked.signer());
    } else {
      context.err().println(SealSignature.NAME + " " + checked.problem());
      context.err().println("Nothing was written: ./loadtest sign signs a seal.");
    }
    return checked.isGood();
  }

  /** What a file of the directory says is shown, and counts when somebody says it again. */
  private static void tellRemembered(
      CommandContext context,
      ReportDir directory,
      ClosureRequest request,
      List<String> remembered) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("./loadtest", request.withSteps() ? "finalize" : "prepare"));
    words.addAll(List.of("--report-dir", directory.root().normalize().toString()));
    words.addAll(remembered);
    context
        .err()
        .println(
            "The directory remembers a repository, which closes nothing until the command names it."
                + " If it is the right one: "
                + ShellWords.join(words));
  }

  /** The last lines of a job: what stands between it and closing, and what to do about it. */
  public static void tellNext(CommandContext context, ReportDir directory, ClosureResult prepared) {
    context.out().println("Closing documents: " + String.join(", ", prepared.documents()));
    if (!prepared.steps().isEmpty()) {
      context.out().println("A PASS closes nothing by itself. What is left, with your reasons:");
      prepared.steps().forEach(step -> context.out().println("  " + step));
      return;
    }
    context.out().println("Nothing may be closed:");
    prepared.blockers().forEach(blocker -> context.out().println("  " + blocker));
    if (prepared.status() != Verdict.Status.PASS) {
      context.out().println("To say what was found about failed chats, and to tell the issue:");
      String root = directory.root().normalize().toString();
      for (String command : List.of("review", "prepare")) {
        context
            .out()
            .println("  " + ShellWords.join(List.of("./loadtest", command, "--report-dir", root)));
      }
    }
  }
}
