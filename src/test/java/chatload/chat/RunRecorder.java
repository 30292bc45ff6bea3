package chatload.chat;

import chatload.UserError;
import chatload.run.AtomicFile;
import chatload.run.ChatRecord;
import chatload.run.Json;
import chatload.run.ReportDir;
import chatload.run.RunId;
import chatload.run.RunManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes the evidence of one run: one line per chat, in a single write each, so that a run that is
 * killed loses nothing that was recorded, and the manifest.
 */
final class RunRecorder implements AutoCloseable {

  private final ReportDir directory;
  private final String scenario;
  private final FileChannel chats;
  private int recorded;
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
  static RunRecorder open(ReportDir directory, String scenario) {
    Path file = directory.chats(scenario);
    try {
      Files.createDirectories(directory.raw());
      return new RunRecorder(
          directory,
          scenario,
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (FileAlreadyExistsException e) {
      throw UserError.input(
          directory.root() + " already holds a " + scenario + " run, which is never overwritten",
          "Give another directory with --report-dir (-DreportDir=…).");
    } catch (IOException e) {
      throw UserError.input(
          "can't write to " + file + ": " + e, "Check the directory and its permissions.");
    }
  }

  /** The id of the job, made by the first run in the directory. */
  static String runId(ReportDir directory, Optional<String> given) {
    Path file = directory.runId();
    String made = given.orElseGet(() -> RunId.make(Instant.now()));
    try {
      Files.createDirectories(directory.raw());
      Files.writeString(file, made + "\n", StandardOpenOption.CREATE_NEW);
      return made;
    } catch (FileAlreadyExistsException e) {
      try {
        return Files.readString(file).strip();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    } catch (IOException e) {
      throw UserError.input(
          "can't write to " + file + ": " + e, "Check the directory and its permissions.");
    }
  }

  synchronized void chat(ChatRecord record) {
    try {
      ByteBuffer line =
          ByteBuffer.wrap(
              (Json.MAPPER.writeValueAsString(record) + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        chats.write(line);
      }
      recorded++;
    } catch (IOException e) {
      if (failure == null) {
        failure = e;
      }
    }
  }

  synchronized void manifest(RunManifest manifest) {
    try {
      AtomicFile.write(directory.manifest(scenario), Json.PRETTY.writeValueAsBytes(manifest));
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + directory.manifest(scenario), e);
    }
  }

  /** Chats whose line was written. */
  synchronized int recorded() {
    return recorded;
  }

  /** The first line that could not be written, if any. */
  synchronized Optional<IOException> failure() {
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
