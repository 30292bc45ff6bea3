package chatload.evidence;

import chatload.files.ReportDir;
import chatload.gatling.ResultsFolder;
import chatload.gatling.UnusableLog;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a directory was reported on already. The seal comes before the first document, so where a
 * document is and no seal, the seal was taken away: nobody can say any more whether the evidence is
 * still that of the run, and a new seal would bless whatever is there.
 */
public final class EarlierReport {

  /** What also comes after a seal; in upper or lower case, as some file systems have it. */
  private static final Pattern CLOSING = Pattern.compile("(?i)ISSUE-.+|review\\.json");

  private EarlierReport() {}

  /**
   * A file that only a report leaves behind, by its path inside the directory; empty if none.
   *
   * @param isOurs whether a file of that name is one that a report writes
   */
  public static Optional<String> trace(ReportDir dir, Predicate<String> isOurs) {
    Predicate<String> traces = isOurs.or(CLOSING.asMatchPredicate());
    return dir.folder().list(dir.root()).stream()
        .filter(file -> traces.test(file.getFileName().toString()))
        .findFirst()
        .or(() -> stats(dir))
        .map(file -> dir.root().relativize(file).toString());
  }

  private static Optional<Path> stats(ReportDir dir) {
    return ResultsFolder.in(dir.folder(), dir.gatling()).stream()
        .filter(ResultsFolder::hasStatsJson)
        .filter(EarlierReport::isOurs)
        .map(ResultsFolder::statsJson)
        .findFirst();
  }

  /** Gatling itself wrote the file up to 3.13.4. */
  private static boolean isOurs(ResultsFolder folder) {
    try {
      return !folder.stats().gatlingWroteStatsJson();
    } catch (UnusableLog e) {
      return false; // of such a log we write none
    }
  }
}
