package chatload.load;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Ends this process when something in it lasts longer than it possibly can, so that no run goes on
 * for ever, whatever has died or hangs. It is a thread of its own and needs no event loop.
 */
final class Backstop implements AutoCloseable {

  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  private final Consumer<String> before;
  private final Duration lastWords;
  private final Runnable end;
  private String what;
  private long dueNanos;
  private boolean closed;

  /**
   * @param before told what lasted too long, in words, before the end; may fail
   * @param end ends the process
   */
  Backstop(Consumer<String> before, Runnable end) {
    this(before, LAST_WORDS, end);
  }

  /**
   * @param lastWords the longest that {@code before} is waited for
   */
  Backstop(Consumer<String> before, Duration lastWords, Runnable end) {
    this.before = before;
    this.lastWords = lastWords;
    this.end = end;
  }

  /** Begins to watch. */
  void start(String phase, Duration most) {
    enter(phase, most);
    Thread thread = new Thread(this::watch, "backstop");
    thread.setDaemon(true);
    thread.start();
  }

  /** The next phase begins, and this is the longest that it can last. */
  synchronized void enter(String phase, Duration most) {
    what = phase + " was not over after " + most.toSeconds() + " s, the longest that it can take";
    dueNanos = System.nanoTime() + most.toNanos();
    notifyAll();
  }

  private void watch() {
    if (!isOverdue()) {
      return;
    }
    try {
      // What hangs may hold a lock that this needs.
      Thread last = new Thread(() -> before.accept(what), "backstop-last-words");
      last.setDaemon(true);
      last.start();
      last.join(lastWords.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end.run();
    }
  }

  /** Waits until it is overdue, or closed. */
  private synchronized boolean isOverdue() {
    while (!closed) {
      long left = dueNanos - System.nanoTime();
      if (left <= 0) {
        return true;
      }
      try {
        wait(left / 1_000_000 + 1);
      } catch (InterruptedException e) {
        return false;
      }
    }
    return false;
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
