package chatload.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What {@code prepare} and {@code finalize} have in common. */
public final class ClosingOptions extends ReportDirOption {

  @Option(
      names = "--comment-out",
      paramLabel = "FILE",
      description = "Where the comment goes (default: ISSUE-<n>-COMMENT.md in DIR).")
  public Path commentOut;

  @Option(
      names = "--commands-out",
      paramLabel = "FILE",
      description = "Where the script goes (default: ISSUE-<n>-CLOSE-COMMANDS.sh in DIR).")
  public Path commandsOut;

  @Option(
      names = "--require-review",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description =
          "Exit with code 5 while items are open that people can judge; they keep everything open"
              + " in any case. It stays so until --require-review=false.")
  public Boolean requireReview;

  @Option(
      names = "--require-signature",
      paramLabel = "SIGNERS",
      description =
          "Write nothing, and exit with code 5, unless the seal is signed by one of those in this"
              + " file, see verify --signers.")
  public Path requireSignature;

  @Option(
      names = "--strict-pass",
      description = "Exit with the verdict's code, 4 or 5, unless it is PASS.")
  public boolean strictPass;
}
