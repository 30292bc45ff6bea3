package chatload.service.journal;

import chatload.files.Json;
import chatload.tool.UserError;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The journal on disk: UTF-8, one {@link Line} per finished chat, appended by a thread of its own
 * and flushed as soon as no more lines wait.
 */
public final class JournalFile implements AutoCloseable {

  /**
   * One line of the file.
   *
   * @param traceId as in {@link Entry}
   * @param posts as in {@link Entry}
   * @param receivedAt wall clock, ISO-8601 UTC
   * @param firstTokenMs as in {@link Entry}
   * @param totalMs as in {@link Entry}
   * @param fault as in {@link Entry}
   * @param maxGapMs as in {@link Entry}
   * @param maxGapAt as in {@link Entry}
   */
  record Line(
      String traceId,
      int posts,
      String receivedAt,
      Double firstTokenMs,
      Double totalMs,
      String fault,
      Double maxGapMs,
      Integer maxGapAt) {

    static Line of(Trace trace) {
      Entry entry = trace.entry();
      return new Line(
          entry.traceId(),
          entry.posts(),
          trace.receivedAt().toString(),
          entry.firstTokenMs(),
          entry.totalMs(),
          entry.fault(),
          entry.maxGapMs(),
          entry.maxGapAt());
    }
  }

  private static final long CLOSE_SECONDS = 5;

  private final BlockingQueue<Optional<Line>> lines = new LinkedBlockingQueue<>();
  private final Path path;
  private final Writer writer;
  private final Thread thread;

  private JournalFile(Path path, Writer writer) {
    this.path = path;
    this.writer = writer;
    this.thread = new Thread(this::write, "chatload-target-journal");
    thread.setDaemon(true);
  }

  /**
   * Opens the file for appending; it and its directory are made if they are missing.
   *
   * @throws UserError with exit code 3 when that is impossible
   */
  public static JournalFile open(Path path) {
    try {
      Path directory = path.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      Writer writer =
          Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      JournalFile file = new JournalFile(path, writer);
      file.thread.start();
      return file;
    } catch (IOException e) {
      throw UserError.input(
          "can't write the journal " + path + ": " + e,
          "Name a file in a directory that you may write to.");
    }
  }

  void append(Trace trace) {
    lines.add(Optional.of(Line.of(trace)));
  }

  private void write() {
    try (writer) {
      for (Optional<Line> line = lines.take(); line.isPresent(); line = lines.take()) {
        writer.write(Json.MAPPER.writeValueAsString(line.get()));
        writer.write('\n');
        if (lines.isEmpty()) {
          writer.flush();
        }
      }
    } catch (IOException e) {
      System.err.println("chatload target: can't write the journal " + path + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what waits, then closes the file; takes at most five seconds. */
  @Override
  public void close() {
    lines.add(Optional.empty());
    try {
      thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
