package chatload.job;

import chatload.files.ReportDir;
import chatload.files.ReportDirLock;
import chatload.files.RunId;
import chatload.text.ShellWords;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes a report directory for one job, so that nothing that stands in it is ever overwritten and
 * two jobs never share one.
 */
public final class ReportDirClaim implements AutoCloseable {

  private static final Set<String> NO_NAMES = Set.of("", ".", "..");
  private static final Pattern PREFLIGHT = Pattern.compile("preflight.*\\.json");

  private final ReportDir directory;
  private final String runId;
  private final ReportDirLock lock;

  private ReportDirClaim(ReportDir directory, String runId, ReportDirLock lock) {
    this.directory = directory;
    this.runId = runId;
    this.lock = lock;
  }

  /**
   * The directory to use.
   *
   * @param given what the user asked for; empty for a new directory under {@code artifacts}
   * @param rerun whether to go beside a directory that is used already
   * @param command the command line without secrets, for the answer when the directory is used
   * @throws UserError with exit code 3 if it holds something already
   */
  public static ReportDir choose(
      Optional<Path> given, boolean rerun, Instant now, List<String> command) {
    Path wanted = given.orElseGet(() -> Path.of("artifacts", "loadtest-" + RunId.timestamp(now)));
    ReportDir directory = new ReportDir(wanted);
    if (!directory.folder().has(wanted)) {
      return directory;
    }
    if (!directory.folder().hasDirectory(wanted)) {
      throw UserError.input(wanted + " is not a directory", "Give another --report-dir.");
    }
    if (!holdsAnything(directory)) {
      return directory;
    }
    Path named = named(wanted);
    if (!rerun) {
      List<String> again = new ArrayList<>(command);
      again.add("--rerun");
      throw UserError.input(
          wanted + " already holds files, which are never overwritten",
          "This keeps them and goes to "
              + named.getFileName()
              + "-rerun-<timestamp>: "
              + ShellWords.join(again));
    }
    return new ReportDir(
        named.resolveSibling(named.getFileName() + "-rerun-" + RunId.timestamp(now)));
  }

  /** The same directory by a path that ends in its name, which {@code .} or {@code ..} is not. */
  private static Path named(Path directory) {
    Path last = directory.getFileName();
    if (last != null && !NO_NAMES.contains(last.toString())) {
      return directory;
    }
    try {
      Path real = directory.toRealPath();
      if (real.getFileName() != null) {
        return real;
      }
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
    throw UserError.input(
        directory + " holds files, and nothing can stand beside it", "Give another --report-dir.");
  }

  /** Whether it holds more than what an earlier preflight left there. */
  private static boolean holdsAnything(ReportDir directory) {
    return directory.folder().list(directory.root()).stream()
        .filter(entry -> !entry.equals(directory.lock()))
        .anyMatch(
            entry ->
                !PREFLIGHT.matcher(entry.getFileName().toString()).matches()
                    || !directory.folder().hasFile(entry));
  }

  /**
   * Makes the directory this job's, until it is closed.
   *
   * @param rerunOf the directory that this one stands beside, if any
   * @throws UserError with exit code 3 if another job was faster, or it can't be written
   */
  public static ReportDirClaim claim(ReportDir directory, Optional<Path> rerunOf, Instant now) {
    return claim(directory, rerunOf, now, RunId.make(now));
  }

  /**
   * The same.
   *
   * @param runId the id of the job
   */
  public static ReportDirClaim claim(
      ReportDir directory, Optional<Path> rerunOf, Instant now, String runId) {
    makeDirectory(directory, directory.raw());
    ReportDirLock lock = ReportDirLock.takeForJob(directory);
    try {
      directory.folder().create(directory.runId(), runId + "\n");
      directory.folder().makeDirectory(directory.logs());
      directory.folder().makeDirectory(directory.gatling());
      if (rerunOf.isPresent()) {
        directory.folder().create(directory.rerunOf(), named(rerunOf.get()).getFileName() + "\n");
      }
      keepEarlierPreflight(directory, now);
      return new ReportDirClaim(directory, runId, lock);
    } catch (FileAlreadyExistsException e) {
      lock.close();
      throw UserError.input(
          directory.root() + " was taken by another run in this moment",
          "Give another --report-dir.");
    } catch (IOException e) {
      lock.close();
      throw unwritable(directory.root(), e);
    }
  }

  private static void makeDirectory(ReportDir directory, Path raw) {
    try {
      directory.folder().makeDirectory(raw);
    } catch (FileAlreadyExistsException e) {
      throw UserError.input(
          e.getFile() + " is no directory, and one is needed there", "Give another --report-dir.");
    } catch (IOException e) {
      throw unwritable(raw, e);
    }
  }

  private static UserError unreadable(Path path, IOException e) {
    return UserError.input("can't read " + path + ": " + e, "Check its permissions.");
  }

  private static UserError unwritable(Path path, IOException e) {
    return UserError.input(
        "can't write to " + path + ": " + e, "Check its permissions and free space.");
  }

  private static void keepEarlierPreflight(ReportDir directory, Instant now) throws IOException {
    Path kept = directory.root().resolve("preflight-until-" + RunId.timestamp(now) + ".json");
    directory.folder().rename(directory.preflight(), kept);
  }

  public ReportDir directory() {
    return directory;
  }

  /** The id of the job. */
  public String runId() {
    return runId;
  }

  /**
   * Makes sure that what stands under the directory's name is still this job's.
   *
   * @throws UserError with exit code 3 if it was deleted, moved or replaced
   */
  public void requireHeld() {
    if (!RunId.isIn(directory, runId)) {
      throw UserError.input(
          directory.root() + " was deleted, moved or replaced while the run went",
          "What was measured is where the directory went; run again into a new one.");
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
