package chatload.signoff;

import chatload.files.ReportDir;
import chatload.result.JobResult;
import chatload.run.ClosureTarget;
import chatload.tool.UserError;
import chatload.words.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody wants closing documents to be like. Whatever is null is as usual; only words, and
 * places inside the report directory, may be as they were when they were last written. What is
 * closed and where it is written outside the directory is said by the command alone, because
 * anybody may have written what stands in the directory.
 *
 * @param issue number of the issue
 * @param epic number of its epic; null for the usual one
 * @param repo owner/name; null if not named, and then nothing may be closed
 * @param language of the documents
 * @param requireReview whether open items are to end the command with exit code 5
 * @param closure where the closure goes
 * @param comment where the comment goes
 * @param commands where the script goes
 * @param steps where the final steps go
 * @param withSteps whether final steps are wanted
 */
public record ClosureRequest(
    int issue,
    Integer epic,
    String repo,
    Language language,
    Boolean requireReview,
    Path closure,
    Path comment,
    Path commands,
    Path steps,
    boolean withSteps) {

  public static final int DEFAULT_ISSUE = ClosureTarget.USUAL_ISSUE;
  public static final int DEFAULT_EPIC = ClosureTarget.USUAL_EPIC;

  /**
   * What a job writes when it is over: the usual documents, without final steps. They close nothing
   * before somebody has looked, so the repository is left to those who do.
   */
  public static ClosureRequest usual(Language language, ClosureTarget target) {
    return new ClosureRequest(
        target.issue(), target.epic(), null, language, null, null, null, null, null, false);
  }

  /**
   * The options to write documents with.
   *
   * @param earlier what they were written with before, if they were
   * @throws UserError if something can't be used, or they were about an epic that is not the usual
   *     one and is not named again
   */
  public ClosureOptions options(ReportDir dir, JobResult job, Optional<ClosureOptions> earlier) {
    earlier.ifPresent(this::requireEpic);
    Path root = dir.root().toAbsolutePath().normalize();
    String script =
        place(root, commands, earlier.map(ClosureOptions::commands), FileNames.commands(issue));
    Optional<String> earlierSteps = earlier.map(ClosureOptions::steps);
    boolean keepsSteps = withSteps || earlierSteps.isPresent();
    ClosureOptions options =
        new ClosureOptions(
            ClosureOptions.SCHEMA_VERSION,
            RunKey.of(job),
            issue,
            epic == null ? DEFAULT_EPIC : epic,
            repo,
            or(language, earlier.map(ClosureOptions::language), Language.EN),
            or(requireReview, earlier.map(ClosureOptions::requireReview), false),
            name(dir.root()),
            evidence(root, script),
            place(root, closure, earlier.map(ClosureOptions::closure), FileNames.closure(issue)),
            place(root, comment, earlier.map(ClosureOptions::comment), FileNames.comment(issue)),
            script,
            keepsSteps ? place(root, steps, earlierSteps, FileNames.steps(issue)) : null);
    requireDifferent(options);
    return options;
  }

  /** To close another epic than last time because a word was forgotten would be no small thing. */
  private void requireEpic(ClosureOptions earlier) {
    if (epic == null && earlier.epic() != DEFAULT_EPIC) {
      throw UserError.input(
          ClosureOptions.fileName(issue)
              + " remembers epic "
              + earlier.epic()
              + ", but only the command says which one is closed",
          "Name it: --epic " + earlier.epic() + ", or --epic " + DEFAULT_EPIC + ".");
    }
  }

  /**
   * The options that would close where the documents were last about, if they name a repository and
   * this does not: to be shown, and obeyed only when somebody says them again.
   */
  public List<String> remembered(Optional<ClosureOptions> earlier) {
    Optional<String> before = earlier.map(ClosureOptions::repo);
    if (repo != null || before.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    if (issue != DEFAULT_ISSUE) {
      words.addAll(List.of("--issue", Integer.toString(issue)));
    }
    if (epic != null && epic != DEFAULT_EPIC) {
      words.addAll(List.of("--epic", Integer.toString(epic)));
    }
    words.addAll(List.of("--repo", before.get()));
    return words;
  }

  /** Places that are named here, seen from the report directory. */
  public Set<String> places(ReportDir dir) {
    Path root = dir.root().toAbsolutePath().normalize();
    return Stream.of(closure, comment, commands, steps)
        .filter(Objects::nonNull)
        .map(place -> place(root, place, Optional.empty(), null))
        .collect(Collectors.toSet());
  }

  private static void requireDifferent(ClosureOptions options) {
    List<String> places = options.places().toList();
    if (places.stream().distinct().count() < places.size()) {
      throw UserError.usage(
          "two documents can't go to one file", "Give each of them a file of its own.");
    }
  }

  /** The report directory, seen from where the script stands; nothing if that is in it. */
  public static String evidence(Path root, String script) {
    return slashes(root.resolve(script).normalize().getParent().relativize(root));
  }

  private static <T> T or(T wanted, Optional<T> earlier, T usual) {
    return wanted != null ? wanted : earlier.orElse(usual);
  }

  private static String place(Path root, Path wanted, Optional<String> earlier, String usual) {
    return wanted == null
        ? earlier.filter(Place::isInside).orElse(usual)
        : slashes(root.relativize(wanted.toAbsolutePath().normalize()));
  }

  /** As it was given where that says nothing of this machine, else its last name alone. */
  private static String name(Path root) {
    Path given = root.normalize();
    if (!given.isAbsolute() && !given.startsWith("..") && !given.toString().isEmpty()) {
      return slashes(given);
    }
    Path name = root.toAbsolutePath().normalize().getFileName();
    return name == null ? "loadtest" : name.toString();
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }
}
