package chatload.signoff;

import chatload.files.ReportDir;
import chatload.result.JobResult;
import chatload.tool.UserError;
import chatload.words.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody wants closing documents to be like. Whatever is null is as it was when they were
 * last written, or else as usual.
 *
 * @param issue number of the issue
 * @param epic number of its epic
 * @param repo owner/name
 * @param language of the documents
 * @param requireReview whether open items are to end the command with exit code 5
 * @param closure where the closure goes
 * @param comment where the comment goes
 * @param commands where the script goes
 * @param steps where the final steps go
 * @param withSteps whether final steps are wanted
 */
public record Request(
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

  public static final int DEFAULT_ISSUE = 26;
  public static final int DEFAULT_EPIC = 7;

  /** The usual documents for the usual issue, without final steps. */
  public static Request usual(Language language) {
    return new Request(DEFAULT_ISSUE, null, null, language, null, null, null, null, null, false);
  }

  /**
   * The options to write documents with.
   *
   * @param earlier what they were written with before, if they were
   * @throws UserError with exit code 2 if something can't be used
   */
  public ClosureOptions options(ReportDir dir, JobResult job, Optional<ClosureOptions> earlier) {
    Path root = dir.root().toAbsolutePath().normalize();
    String script =
        place(root, commands, earlier.map(ClosureOptions::commands), Names.commands(issue));
    Optional<String> earlierSteps = earlier.map(ClosureOptions::steps);
    boolean keepsSteps = withSteps || earlierSteps.isPresent();
    ClosureOptions options =
        new ClosureOptions(
            ClosureOptions.SCHEMA_VERSION,
            RunKey.of(job),
            issue,
            or(epic, earlier.map(ClosureOptions::epic), DEFAULT_EPIC),
            repo != null ? repo : earlier.map(ClosureOptions::repo).orElse(null),
            or(language, earlier.map(ClosureOptions::language), Language.EN),
            or(requireReview, earlier.map(ClosureOptions::requireReview), false),
            earlier.map(ClosureOptions::directory).orElse(name(dir.root())),
            evidence(root, script),
            place(root, closure, earlier.map(ClosureOptions::closure), Names.closure(issue)),
            place(root, comment, earlier.map(ClosureOptions::comment), Names.comment(issue)),
            script,
            keepsSteps ? place(root, steps, earlierSteps, Names.steps(issue)) : null);
    requireDifferent(options);
    return options;
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
    List<String> places =
        Stream.of(options.closure(), options.comment(), options.commands(), options.steps())
            .filter(Objects::nonNull)
            .toList();
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
        ? earlier.orElse(usual)
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
