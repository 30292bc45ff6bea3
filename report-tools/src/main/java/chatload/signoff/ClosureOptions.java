package chatload.signoff;

import chatload.run.ClosureTarget;
import chatload.tool.UserError;
import chatload.words.Language;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What closing documents depend on beside the evidence: {@code ISSUE-<n>-CLOSURE.json}. It is kept
 * so that whoever verifies the directory can compose the same documents again; what is closed when
 * they are written anew is not taken from it, see {@link ClosureRequest}.
 *
 * @param schemaVersion version of this file's layout, 1
 * @param runId the run that the documents are about, see {@link RunKey}
 * @param issue number of the issue, at least 1
 * @param epic number of its epic, at least 1
 * @param repo owner/name, or host/owner/name; null if not known, and then nothing may be closed
 * @param language of the documents
 * @param requireReview whether {@code prepare} is to end with exit code 5 while items are open that
 *     people can judge; they keep everything open in any case
 * @param directory the report directory, for the commands that use it: its name, after the folders
 *     that lead to it if it was given by a relative path
 * @param evidence path of the report directory, seen from where the script stands; mostly empty
 * @param closure path of the closure, seen from the report directory
 * @param comment path of the comment
 * @param commands path of the script
 * @param steps path of the final steps; null until they were asked for
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClosureOptions(
    int schemaVersion,
    String runId,
    int issue,
    int epic,
    String repo,
    Language language,
    boolean requireReview,
    String directory,
    String evidence,
    String closure,
    String comment,
    String commands,
    String steps) {

  public static final int SCHEMA_VERSION = 1;

  public ClosureOptions {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion " + schemaVersion + ", this version reads " + SCHEMA_VERSION);
    }
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(closure, "closure");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(commands, "commands");
    requireNumber("--issue", issue);
    requireNumber("--epic", epic);
    Place.require("--out", closure);
    Place.require("--comment-out", comment);
    Place.require("--commands-out", commands);
    if (steps != null) {
      Place.require("--out", steps);
    }
    if (issue == epic) {
      throw UserError.usage(
          "--issue and --epic are both " + issue, "Give the number of the issue and of its epic.");
    }
    if (repo != null && !ClosureTarget.isRepo(repo)) {
      throw UserError.usage("--repo is no repository", "Use OWNER/NAME, such as octo/chat.");
    }
  }

  /** Paths of all documents, seen from the report directory. */
  public Stream<String> places() {
    return Stream.of(closure, comment, commands, steps).filter(Objects::nonNull);
  }

  /** Issue and epic, for the phrases that name them. */
  public String[] numbers() {
    return new String[] {Integer.toString(issue), Integer.toString(epic)};
  }

  private static void requireNumber(String option, int number) {
    if (number < 1) {
      throw UserError.usage(option + " is " + number, "Use the number that GitHub shows after #.");
    }
  }

  /** Name of the file that keeps these options. */
  public static String fileName(int issue) {
    return "ISSUE-" + issue + "-CLOSURE.json";
  }
}
