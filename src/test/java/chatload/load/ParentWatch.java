package chatload.load;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Ends this process when its parent has ended, however that happened: the parent holds the other
 * end of standard input, and writes to it, if at all, what it wants to be done.
 */
public final class ParentWatch {

  /** Set by a parent that wants this. */
  static final String VARIABLE = "LOADTEST_STOP_WITH_PARENT";

  private static final long GRACE_MILLIS = 10_000;

  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private ParentWatch() {}

  /** Unless this process watches already, or has no parent that wants it to. */
  public static void start() {
    if ("1".equals(System.getenv(VARIABLE))) {
      start(line -> {});
    }
  }

  /**
   * In a process that is never without a parent.
   *
   * @param lines gets what the parent writes
   */
  static void start(Consumer<String> lines) {
    if (STARTED.getAndSet(true)) {
      return;
    }
    Thread watch = new Thread(() -> exitAtEnd(lines), "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void exitAtEnd(Consumer<String> lines) {
    try {
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
          .lines()
          .forEach(lines);
    } catch (UncheckedIOException e) {
      // as good as the end
    }
    Thread halt = new Thread(ParentWatch::haltSoon, "parent-watch-halt");
    halt.setDaemon(true);
    halt.start();
    System.exit(1);
  }

  /** For when a shutdown hook hangs: nobody is left who would end this process by force. */
  private static void haltSoon() {
    try {
      Thread.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
