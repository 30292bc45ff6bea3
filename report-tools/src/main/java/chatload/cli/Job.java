package chatload.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The processes of a job, and whether it was interrupted. Once it was, nothing more is started, and
 * the thread that would have goes to sleep: the interruption ends the process.
 */
final class Job {

  /** Something that runs until it is closed. */
  interface Running extends AutoCloseable {
    @Override
    void close();
  }

  private final Deque<Running> running = new ArrayDeque<>();
  private boolean interrupted;

  /** Starts something and remembers it. */
  synchronized <T> T start(Starter<T> starter, java.util.function.Function<T, Running> handle)
      throws Exception {
    sleepIfInterrupted();
    T started = starter.start();
    running.push(handle.apply(started));
    return started;
  }

  /** How something is started. */
  interface Starter<T> {
    T start() throws Exception;
  }

  /** Ends everything that was started, the last one first. */
  synchronized void stopAll() {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }

  synchronized void interrupt() {
    interrupted = true;
    stopAll();
  }

  synchronized void sleepIfInterrupted() throws InterruptedException {
    while (interrupted) {
      wait();
    }
  }
}
