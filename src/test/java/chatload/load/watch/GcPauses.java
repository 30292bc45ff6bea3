package chatload.load.watch;

import chatload.run.Watched.Gc;
import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** Counts the pauses of the garbage collector. */
final class GcPauses implements NotificationListener, AutoCloseable {

  /** Concurrent collectors report whole cycles, which stop nobody, beside their pauses. */
  private final List<NotificationEmitter> collectors =
      ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(collector -> !collector.getName().endsWith(" Cycles"))
          .filter(NotificationEmitter.class::isInstance)
          .map(NotificationEmitter.class::cast)
          .toList();

  private long pauses;
  private long totalMs;
  private long longestMs;

  static GcPauses start() {
    GcPauses gc = new GcPauses();
    gc.collectors.forEach(collector -> collector.addNotificationListener(gc, null, null));
    return gc;
  }

  @Override
  public synchronized void handleNotification(Notification notification, Object handback) {
    if (notification.getUserData() instanceof CompositeData data) {
      long millis = GarbageCollectionNotificationInfo.from(data).getGcInfo().getDuration();
      pauses++;
      totalMs += millis;
      longestMs = Math.max(longestMs, millis);
    }
  }

  synchronized Gc soFar() {
    return new Gc(pauses, totalMs, longestMs);
  }

  @Override
  public void close() {
    for (NotificationEmitter collector : collectors) {
      try {
        collector.removeNotificationListener(this);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException("closed twice", e);
      }
    }
  }
}
