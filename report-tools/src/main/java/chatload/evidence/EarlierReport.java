package chatload.evidence;

import chatload.gatling.ResultsFolder;
import chatload.gatling.UnusableLog;
import chatload.run.ReportDir;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a directory was reported on already. The seal comes before the first document, so where a
 * document is and no seal, the seal was taken away: nobody can say any more whether the evidence is
 * still that of the run, and a new seal would bless whatever is there.
 */
public final class EarlierReport {

  /** Everything that comes after a seal; in upper or lower case, as some file systems have it. */
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "(?i)(.+-summary\\.json|.+-report\\.(md|html)|OVERVIEW\\..+|ISSUE-.+|review\\.json)");

  private EarlierReport() {}

  /** A file that only a report leaves behind, by its path inside the directory; empty if none. */
  public static Optional<String> trace(ReportDir dir) {
    return dir.folder().list(dir.root()).stream()
        .filter(file -> DOCUMENT.matcher(file.getFileName().toString()).matches())
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
