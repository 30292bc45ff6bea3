package chatload.signoff;

import chatload.files.Folder;
import chatload.files.ReportDir;
import chatload.output.ReportOutputs;
import chatload.tool.UserError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where closing documents may go: anywhere inside the report directory that nothing else needs.
 * Elsewhere only where the user says so now, in this command: that a file of the directory says so
 * is no reason to read or write there.
 */
public final class Place {

  /** What the directory itself needs, beside what a report writes. */
  private static final Pattern TAKEN =
      Pattern.compile(
          "(?i)|\\.lock|(raw|gatling|logs)(/.*)?|(manifest|review|preflight.*)\\.json|manifest\\.json\\.sig"
              + "|ISSUE-\\d+-CLOSURE\\.json",
          Pattern.DOTALL);

  private Place() {}

  /**
   * The folder through which a document is read and written; empty if it is to be left alone.
   *
   * @param place of the document, seen from the report directory
   * @param given places that the user named in this command
   */
  public static Optional<Folder> of(ReportDir dir, String place, Set<String> given) {
    if (isInside(place)) {
      return Optional.of(dir.folder());
    }
    return given.contains(place)
        ? Optional.of(new Folder(file(dir, place).resolveSibling("")))
        : Optional.empty();
  }

  /** The file at a place; outside the directory as the user named it, whatever is a link. */
  public static Path file(ReportDir dir, String place) {
    return isInside(place)
        ? dir.root().resolve(place)
        : dir.root().toAbsolutePath().resolve(place).normalize();
  }

  private static boolean isTaken(String path) {
    return TAKEN.matcher(path).matches() || ReportOutputs.isOurs(path);
  }

  /** Whether a place, seen from the report directory, is in it. */
  public static boolean isInside(String place) {
    Path path = Path.of(place);
    return !path.isAbsolute() && !path.normalize().startsWith("..");
  }

  /**
   * Refuses a place that no document can have.
   *
   * @throws UserError when it is none
   */
  static void require(String option, String place) {
    try {
      if (isInside(place) && isTaken(Path.of(place).normalize().toString().replace('\\', '/'))) {
        throw UserError.input(
            option + " names a file that the report directory itself needs",
            "Give another one, such as the document's usual name.");
      }
    } catch (InvalidPathException e) {
      throw UserError.usage(option + " is no name of a file", "Give another one.");
    }
  }
}
