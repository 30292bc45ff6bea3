package chatload.files;

import chatload.tool.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;

/**
 * The right to write to a report directory, which one process has at a time. The system takes it
 * back when the process ends, however it ends; the empty file {@code .lock} stays and means nothing
 * on its own.
 *
 * <p>A process that a job starts holds a second, shared one: it can outlive its job for seconds,
 * and as long as it writes nobody else may. The first byte of the file stands for the job, the
 * second for these.
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
    return directory.folder().hasDirectory(directory.raw())
        ? take(directory, 0, 2, false)
        : new ReportDirLock(null);
  }

  /**
   * Takes the one of a job, which the processes that it starts can join.
   *
   * @throws UserError as {@link #take}
   */
  public static ReportDirLock takeForJob(ReportDir directory) {
    return take(directory, 0, 1, false);
  }

  /** Joins the job that started this process; until this process ends nobody else may write. */
  public static ReportDirLock join(ReportDir directory) {
    return take(directory, 1, 1, true);
  }

  private static ReportDirLock take(ReportDir directory, long from, long bytes, boolean shared) {
    if (directory.folder().has(directory.lock()) && !directory.folder().hasFile(directory.lock())) {
      throw UserError.input(directory.lock() + " is no file", "Take it away, then try again.");
    }
    try {
      FileChannel channel =
          FileChannel.open(
              directory.lock(),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
      if (isTaken(channel, from, bytes, shared)) {
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

  private static boolean isTaken(FileChannel channel, long from, long bytes, boolean shared)
      throws IOException {
    try {
      return channel.tryLock(from, bytes, shared) != null;
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
