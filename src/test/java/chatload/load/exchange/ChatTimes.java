package chatload.load.exchange;

import chatload.load.watch.LoopWatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When what happened to one chat, on the monotonic clock, and how much of that the generator itself
 * can have added. Times without a unit in their name are nanoseconds since the chat's start.
 */
public final class ChatTimes {

  private final LongSupplier nanoTime;
  private final long readyNanos;

  /** Whether it has a start of its own, whenever it is sent. */
  private final boolean isDue;

  private LoopWatch watch;
  private long startNanos;
  private long startedAtMillis;
  private long sent = -1;
  private long end = -1;
  private long closed = -1;
  private long now;
  private long stalledAtStart;
  private long ownConnect;
  private long ownFirstGenerated;
  private long ownFirstToken;
  private long ownTotal = -1;
  private long ownClosed;
  private int posts;

  /**
   * @param nanoTime the monotonic clock
   * @param dueNanos from when its times count; null for when it is sent
   */
  ChatTimes(LongSupplier nanoTime, Long dueNanos) {
    this.nanoTime = nanoTime;
    this.isDue = dueNanos != null;
    this.readyNanos = isDue ? dueNanos : nanoTime.getAsLong();
  }

  /** The request is handed to the client in this instant. */
  void start(LoopWatch loopWatch) {
    watch = loopWatch;
    begin();
    sent = isDue ? sinceStart() : 0;
    stalledAtStart = watch.stalledNanos(startNanos + sent);
  }

  /** The chat was never handed to the client, and never will be. */
  void neverStarted() {
    begin();
    end = 0;
    closed = 0;
  }

  private void begin() {
    long now = nanoTime.getAsLong();
    startNanos = isDue ? readyNanos : now;
    startedAtMillis = System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(now - startNanos);
  }

  /** The request is about to be written. To be late with it is the generator's. */
  void write() {
    posts++;
    ownConnect = sent + watch.stalledNanos(nanoTime.getAsLong()) - stalledAtStart;
  }

  /** Something arrived; whatever it holds arrived now. */
  void arrival() {
    now = sinceStart();
  }

  /** The last arrival. */
  long now() {
    return now;
  }

  void firstGenerated() {
    ownFirstGenerated = ownShare();
  }

  void firstToken() {
    ownFirstToken = ownShare();
  }

  /** The terminal event arrived, or an event that ends the chat; the first of them counts. */
  void terminal() {
    if (ownTotal < 0) {
      ownTotal = ownShare();
    }
  }

  /**
   * The outcome is known. Where that was only after the response had ended, its user waited until
   * then.
   */
  void end(long nanos) {
    end = nanos;
    if (closed >= 0) {
      closed = Math.max(closed, end);
    }
  }

  /** The response is waited for no longer. */
  void close() {
    closed = sinceStart();
    ownClosed = watch == null ? 0 : late(closed);
  }

  /** By how much what is read at that time can have come earlier. */
  long late(long nanos) {
    return Math.min(nanos, watch.lagNanos(startNanos + nanos));
  }

  /** Whether the event loop is late in this instant. */
  boolean isLate() {
    return watch.lagNanos(nanoTime.getAsLong()) > 0;
  }

  /** The most that the generator itself can have added to the time from the start until now. */
  private long ownShare() {
    return Math.min(now, ownConnect + watch.lagNanos(startNanos + now));
  }

  public long sinceStart() {
    return nanoTime.getAsLong() - startNanos;
  }

  /** How often the request was written. */
  int posts() {
    return posts;
  }

  /** {@link System#nanoTime()} in the instant before the request was handed to the client. */
  long startNanos() {
    return startNanos;
  }

  /** Wall clock at the start, milliseconds since the epoch. */
  long startedAtMillis() {
    return startedAtMillis;
  }

  /** When the outcome was known; negative if it is not. */
  long end() {
    return end;
  }

  /** When the response had ended or was waited for no longer. */
  long closed() {
    return closed;
  }

  /** From when its user was ready to send it until its start, nanoseconds. */
  public long dispatch() {
    return startNanos + sent - readyNanos;
  }

  /** When it was sent, if it has a start of its own; negative if not, and if it never was. */
  long sent() {
    return isDue ? sent : -1;
  }

  /** The most that the generator itself can have added until something was generated. */
  long ownFirstGenerated() {
    return ownFirstGenerated;
  }

  /** The most that the generator itself can have added to the first token's time. */
  long ownFirstToken() {
    return ownFirstToken;
  }

  /** The most that the generator itself can have added since the terminal event until the end. */
  long ownClosed() {
    return ownClosed;
  }

  /** The most that the generator itself can have added to the total time. */
  long ownTotal() {
    return Math.max(0, ownTotal);
  }
}
