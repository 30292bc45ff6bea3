package chatload.run;

import chatload.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * The right to write to a report directory, which one process has at a time. The system takes it
 * back when the process ends, however it ends; the empty file {@code .lock} stays and means nothing
 * on its own.
 */
public final class ReportDirLock implements AutoCloseable {

  private final FileChannel channel;

  private ReportDirLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes it. A directory that holds no run is not locked: there is nothing in it to write about.
   *
   * @throws UserError with exit code 3 if another process has it, or the file can't be written
   */
  public static ReportDirLock take(ReportDir directory) {
    if (!Files.isDirectory(directory.raw())) {
      return new ReportDirLock(null);
    }
    try {
      FileChannel channel =
          FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        return new ReportDirLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw UserError.input(
          "can't lock " + directory.lock() + ": " + e, "Check its permissions and free space.");
    }
    throw UserError.input(
        "another loadtest is at work in " + directory.root() + "; nothing was changed",
        "Wait until it has ended, or name another directory.");
  }

  /** What is done while the lock is held. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Takes the lock, works, gives it back. */
  public static <T, E extends Exception> T holding(ReportDir directory, Work<T, E> work) throws E {
    ReportDirLock lock = take(directory);
    try {
      return work.run();
    } finally {
      lock.close();
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
