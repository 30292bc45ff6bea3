package chatload.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * The processes of a job, and whether it was interrupted. Once it was, nothing more is started, and
 * the thread that would have goes to sleep: the interruption ends the process.
 */
public final class Job {

  /** Something that runs until it is closed. */
  public interface Running extends AutoCloseable {
    @Override
    void close();
  }

  private final Deque<Running> running = new ArrayDeque<>();
  private OptionalInt exitCode = OptionalInt.empty();
  private boolean interrupted;

  /** Starts something and remembers it. */
  public synchronized <T> T start(Starter<T> starter, Function<T, Running> handle)
      throws Exception {
    sleepIfInterrupted();
    T started = starter.start();
    running.addFirst(handle.apply(started));
    return started;
  }

  /**
   * Starts the service that the load goes to, which ends after all else, whatever was started
   * before it: chats that it cuts short would be its failures.
   */
  public synchronized <T> T startService(Starter<T> starter, Function<T, Running> handle)
      throws Exception {
    sleepIfInterrupted();
    T started = starter.start();
    running.addLast(handle.apply(started));
    return started;
  }

  /** How something is started. */
  public interface Starter<T> {
    T start() throws Exception;
  }

  /** Ends everything that was started, the last one first, and the service after it. */
  public synchronized void stopAll() {
    while (!running.isEmpty()) {
      running.removeFirst().close();
    }
  }

  /**
   * Does what is left when nothing runs any more; an interruption waits until it is done.
   *
   * @return the exit code
   */
  public synchronized int conclude(Callable<Integer> last) throws Exception {
    sleepIfInterrupted();
    int code = last.call();
    exitCode = OptionalInt.of(code);
    return code;
  }

  /**
   * Ends everything that was started.
   *
   * @return the exit code if the job had come to its end before
   */
  synchronized OptionalInt interrupt() {
    interrupted = true;
    stopAll();
    return exitCode;
  }

  /** Takes back a shutdown hook, unless it runs already: then that ends the process. */
  public void forget(Thread hook) throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      new CountDownLatch(1).await();
    }
  }

  public synchronized void sleepIfInterrupted() throws InterruptedException {
    while (interrupted) {
      wait();
    }
  }
}
