package chatload.load;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends this process when its parent has ended, however that happened: the parent holds the other
 * end of standard input and never writes to it.
 */
public final class ParentWatch {

  /** Set by a parent that wants this. */
  static final String VARIABLE = "LOADTEST_STOP_WITH_PARENT";

  private static final long GRACE_MILLIS = 10_000;

  private ParentWatch() {}

  public static void start() {
    if (!"1".equals(System.getenv(VARIABLE))) {
      return;
    }
    Thread watch = new Thread(() -> exitAtEnd(System.in), "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void exitAtEnd(InputStream parent) {
    try {
      while (parent.read() >= 0) {
        // a parent that writes is alive
      }
    } catch (IOException e) {
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
