package chatload.load.record;

import chatload.evidence.EvidenceSeal;
import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.files.ReportDirLock;
import chatload.files.RunId;
import chatload.run.ChatRecord;
import chatload.run.RunManifest;
import chatload.tool.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes the evidence of one run: one line per chat, in a single write each, so that a run that is
 * killed loses nothing that was recorded, and the manifest. A line that could not be written whole,
 * as on a full disk, is taken back, so that the next one does not become unreadable, too.
 *
 * <p>The records are forced to the disk before a manifest is, and no earlier: a power cut may cost
 * the records of a run that was not over.
 */
public final class RunRecorder implements AutoCloseable {

  private final ReportDir directory;
  private final String scenario;
  private final FileChannel chats;
  private int recorded;
  private long length;
  private IOException failure;

  private RunRecorder(ReportDir directory, String scenario, FileChannel chats) {
    this.directory = directory;
    this.scenario = scenario;
    this.chats = chats;
  }

  /**
   * Makes the files of a new run.
   *
   * @throws UserError if the directory already holds a run of that scenario
   */
  public static RunRecorder open(ReportDir directory, String scenario) {
    Path file = directory.chats(scenario);
    if (EvidenceSeal.isSealed(directory)) {
      throw UserError.input(
          directory.root() + " was reported on already, which sealed its evidence",
          "Give another directory with --report-dir (-DreportDir=…).");
    }
    try {
      directory.folder().makeDirectory(directory.raw());
      return new RunRecorder(
          directory,
          scenario,
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (FileAlreadyExistsException e) {
      throw UserError.input(
          directory.root() + " already holds a " + scenario + " run, which is never overwritten",
          "Give another directory with --report-dir (-DreportDir=…).");
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Takes the directory, which is made if there is none, for a run that belongs to no job. */
  public static ReportDirLock lock(ReportDir directory) {
    try {
      directory.folder().makeDirectory(directory.raw());
    } catch (IOException e) {
      throw unwritable(directory.raw(), e);
    }
    return ReportDirLock.take(directory);
  }

  private static UserError unwritable(Path file, IOException e) {
    return UserError.input(
        "can't write to " + file + ": " + e, "Check the directory and its permissions.");
  }

  /**
   * The id of the job: the one that the job itself gave, else that of the first run in the
   * directory.
   *
   * @throws UserError if the directory is not that job's any more
   */
  public static String runId(ReportDir directory, Optional<String> given) {
    if (given.isPresent()) {
      requireJob(directory, given.get());
      return given.get();
    }
    Path file = directory.runId();
    String made = RunId.make(Instant.now());
    try {
      directory.folder().create(file, made + "\n");
      return made;
    } catch (FileAlreadyExistsException e) {
      return new String(directory.folder().read(file).orElseThrow(), StandardCharsets.UTF_8)
          .strip();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static void requireJob(ReportDir directory, String runId) {
    if (!RunId.isIn(directory, runId)) {
      throw UserError.input(
          directory.root() + " was deleted, moved or replaced while the job went",
          "Run again into a new directory.");
    }
  }

  public synchronized void chat(ChatRecord record) {
    try {
      ByteBuffer line =
          ByteBuffer.wrap(
              (Json.MAPPER.writeValueAsString(record) + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        chats.write(line);
      }
      length = chats.position();
      recorded++;
    } catch (IOException e) {
      if (failure == null) {
        failure = e;
      }
      takeBack(e);
    }
  }

  private void takeBack(IOException because) {
    try {
      chats.truncate(length);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /**
   * Replaces the manifest.
   *
   * @throws UserError if the directory is not that job's any more
   */
  public synchronized void manifest(RunManifest manifest) {
    requireJob(directory, manifest.runId());
    try {
      chats.force(false);
      directory
          .folder()
          .write(directory.manifest(scenario), Json.PRETTY.writeValueAsBytes(manifest));
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + directory.manifest(scenario), e);
    }
  }

  /** Chats whose line was written. */
  public synchronized int recorded() {
    return recorded;
  }

  /** The first line that could not be written, if any. */
  public synchronized Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public synchronized void close() {
    try {
      chats.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
