package chatload.cli;

import chatload.UserError;
import chatload.launch.ShellWords;
import chatload.run.ReportDir;
import chatload.run.ReportDirLock;
import chatload.run.RunId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a report directory for one job, so that nothing that stands in it is ever overwritten and
 * two jobs never share one.
 */
final class ReportDirClaim implements AutoCloseable {

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
  static ReportDir choose(Optional<Path> given, boolean rerun, Instant now, List<String> command) {
    Path wanted = given.orElseGet(() -> Path.of("artifacts", "loadtest-" + RunId.timestamp(now)));
    if (Files.exists(wanted) && !Files.isDirectory(wanted)) {
      throw UserError.input(wanted + " is not a directory", "Give another --report-dir.");
    }
    if (!holdsAnything(wanted)) {
      return new ReportDir(wanted);
    }
    if (!rerun) {
      List<String> again = new ArrayList<>(command);
      again.add("--rerun");
      throw UserError.input(
          wanted + " already holds files, which are never overwritten",
          "This keeps them and goes to "
              + wanted.getFileName()
              + "-rerun-<timestamp>: "
              + ShellWords.join(again));
    }
    return new ReportDir(
        wanted.resolveSibling(wanted.getFileName() + "-rerun-" + RunId.timestamp(now)));
  }

  /** Whether it holds more than what an earlier preflight left there. */
  private static boolean holdsAnything(Path directory) {
    if (!Files.exists(directory)) {
      return false;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (!name.startsWith("preflight") && !entry.equals(new ReportDir(directory).lock())) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw UserError.input("can't read " + directory + ": " + e, "Check its permissions.");
    }
  }

  /**
   * Makes the directory this job's, until it is closed.
   *
   * @param rerunOf the directory that this one stands beside, if any
   * @throws UserError with exit code 3 if another job was faster, or it can't be written
   */
  static ReportDirClaim claim(ReportDir directory, Optional<Path> rerunOf, Instant now) {
    makeDirectory(directory.raw());
    ReportDirLock lock = ReportDirLock.take(directory);
    String runId = RunId.make(now);
    try {
      Files.writeString(directory.runId(), runId + "\n", StandardOpenOption.CREATE_NEW);
      Files.createDirectories(directory.logs());
      Files.createDirectories(directory.gatling());
      if (rerunOf.isPresent()) {
        Files.writeString(directory.rerunOf(), rerunOf.get().getFileName() + "\n");
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

  private static void makeDirectory(Path raw) {
    try {
      Files.createDirectories(raw);
    } catch (FileAlreadyExistsException e) {
      throw UserError.input(
          e.getFile() + " is no directory, and one is needed there", "Give another --report-dir.");
    } catch (IOException e) {
      throw unwritable(raw, e);
    }
  }

  private static UserError unwritable(Path path, IOException e) {
    return UserError.input(
        "can't write to " + path + ": " + e, "Check its permissions and free space.");
  }

  private static void keepEarlierPreflight(ReportDir directory, Instant now) throws IOException {
    Path earlier = directory.preflight();
    if (Files.exists(earlier)) {
      Files.move(
          earlier, directory.root().resolve("preflight-until-" + RunId.timestamp(now) + ".json"));
    }
  }

  ReportDir directory() {
    return directory;
  }

  /** The id of the job. */
  String runId() {
    return runId;
  }

  /**
   * Makes sure that what stands under the directory's name is still this job's.
   *
   * @throws UserError with exit code 3 if it was deleted, moved or replaced
   */
  void requireHeld() {
    if (!RunId.isIn(directory, runId)) {
      throw UserError.input(
          directory.root() + " was deleted, moved or replaced while the run went",
          "What was measured is where the directory went; run again into a new one.");
    }
  }

  /** Gives up a directory in which nothing was run. */
  void release() throws IOException {
    for (Path path :
        List.of(
            directory.runId(),
            directory.job(),
            directory.rerunOf(),
            directory.targetJournal(),
            directory.raw(),
            directory.logs(),
            directory.gatling())) {
      Files.deleteIfExists(path);
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
