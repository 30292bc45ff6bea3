package chatload.faults;

import chatload.service.EmbeddedTarget;
import chatload.service.TargetConfig;
import chatload.service.journal.Entry;
import chatload.service.journal.Journal;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A chat service that is stopped in the middle of its chats and comes back on the same port. */
final class RestartingTarget implements AutoCloseable {

  private static final int POSTS_BEFORE = 6;
  private static final int DOWN_MS = 100;

  private final List<Journal> journals = new CopyOnWriteArrayList<>();
  private final URI url;
  private final Thread restart;
  private EmbeddedTarget target;

  /**
   * @param before how it behaves at first; slow enough to be in the middle of a stream
   * @param after how it behaves when it is back
   */
  RestartingTarget(TargetConfig before, TargetConfig after) {
    target = start(before);
    url = target.chatUrl();
    restart = new Thread(() -> restart(after.withPort(url.getPort())), "restart");
    restart.setDaemon(true);
    restart.start();
  }

  private EmbeddedTarget start(TargetConfig config) {
    EmbeddedTarget started = EmbeddedTarget.start(config);
    journals.add(started.journal());
    return started;
  }

  private void restart(TargetConfig config) {
    try {
      while (journals.get(0).posts() < POSTS_BEFORE) {
        Thread.sleep(5);
      }
      target.close();
      Thread.sleep(DOWN_MS);
      target = start(config);
    } catch (InterruptedException e) {
      // closed before it came to that
    }
  }

  URI url() {
    return url;
  }

  int posts(String traceId) {
    return journals.stream()
        .mapToInt(journal -> journal.entry(traceId).map(Entry::posts).orElse(0))
        .sum();
  }

  @Override
  public void close() {
    restart.interrupt();
    try {
      restart.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    target.close();
  }
}
