package chatload.cli;

import chatload.ExitCode;
import chatload.closure.ClosureWriter;
import chatload.closure.Prepared;
import chatload.closure.Request;
import chatload.run.ReportDir;
import chatload.run.ReportDirLock;

/** Writes closing documents and says what that means. */
final class Closing {

  private Closing() {}

  /**
   * The exit code: 0 when the documents were written, unless {@code --strict-pass} or {@code
   * --require-review} asked for more than that.
   */
  static int write(CommandContext context, ClosingOptions options, Request request) {
    ReportDir directory = new ReportDir(options.reportDir);
    Prepared prepared =
        ReportDirLock.holding(directory, () -> ClosureWriter.write(directory, request));
    prepared
        .documents()
        .forEach(
            name ->
                context.out().println("Written: " + directory.root().resolve(name).normalize()));
    context.out().println("Overall Result: " + prepared.status());
    if (!prepared.blockers().isEmpty()) {
      context.err().println("Nothing may be closed:");
      prepared.blockers().forEach(blocker -> context.err().println("  " + blocker));
    }
    if (options.strictPass && prepared.status().exitCode() != ExitCode.PASS) {
      return prepared.status().exitCode().code();
    }
    return (prepared.reviewBlocks() ? ExitCode.INCONCLUSIVE : ExitCode.PASS).code();
  }
}
