package chatload.chat;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends this process when its parent has ended, however that happened: the parent holds the other
 * end of standard input and never writes to it.
 */
final class ParentWatch {

  /** Set by a parent that wants this. */
  static final String VARIABLE = "LOADTEST_STOP_WITH_PARENT";

  private ParentWatch() {}

  static void start() {
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
    System.exit(1);
  }
}
