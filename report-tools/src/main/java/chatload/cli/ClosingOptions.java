package chatload.cli;

import chatload.signoff.ClosureRequest;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** What {@code prepare} and {@code finalize} have in common. */
final class ClosingOptions {

  private static final String REPO_VARIABLE = "LOADTEST_REPO";

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      required = true,
      description = "Directory with the runs.")
  Path reportDir;

  @Option(
      names = "--issue",
      paramLabel = "N",
      defaultValue = "" + ClosureRequest.DEFAULT_ISSUE,
      description = "Number of the issue, also in file names (default: ${DEFAULT-VALUE}).")
  int issue;

  @Option(
      names = "--epic",
      paramLabel = "N",
      description = "Number of its epic (default: " + ClosureRequest.DEFAULT_EPIC + ").")
  Integer epic;

  @Option(
      names = "--repo",
      paramLabel = "OWNER/NAME",
      description =
          "Repository of the issue (LOADTEST_REPO). Nothing may be closed unless it is named, in each"
              + " command: what the directory remembers does not count.")
  private String repo;

  @Option(
      names = "--comment-out",
      paramLabel = "FILE",
      description = "Where the comment goes (default: ISSUE-<n>-COMMENT.md in DIR).")
  Path commentOut;

  @Option(
      names = "--commands-out",
      paramLabel = "FILE",
      description = "Where the script goes (default: ISSUE-<n>-CLOSE-COMMANDS.sh in DIR).")
  Path commandsOut;

  @Option(
      names = "--require-review",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description =
          "Exit with code 5 while items are open that people can judge; they keep everything open"
              + " in any case. It stays so until --require-review=false.")
  Boolean requireReview;

  @Option(
      names = "--strict-pass",
      description = "Exit with the verdict's code, 4 or 5, unless it is PASS.")
  boolean strictPass;

  /** Null if none was given: that of a CI job is not asked, for it may be another one. */
  String repo(Map<String, String> environment) {
    String given = repo != null ? repo : environment.getOrDefault(REPO_VARIABLE, "");
    return given.isEmpty() ? null : given;
  }
}
