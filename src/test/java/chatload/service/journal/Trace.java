package chatload.service.journal;

import chatload.run.Millis;
import chatload.service.fault.Fault;
import java.time.Instant;

/** One POST while it is answered. Stamped by its event loop, read by any thread. */
public final class Trace {

  private final String traceId;
  private final int posts;
  private final long receivedNanos;
  private final Instant receivedAt;
  private volatile Long firstTokenNanos;
  private volatile Long terminalNanos;
  private volatile Fault fault;
  private volatile Gap longestGap;
  private int tokens;
  private long lastTokenNanos;

  /**
   * The longest time between two tokens.
   *
   * @param after how many of them it came
   */
  private record Gap(long nanos, int after) {}

  Trace(String traceId, int posts, long receivedNanos, Instant receivedAt) {
    this.traceId = traceId;
    this.posts = posts;
    this.receivedNanos = receivedNanos;
    this.receivedAt = receivedAt;
  }

  String traceId() {
    return traceId;
  }

  int posts() {
    return posts;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  public void injected(Fault injected) {
    fault = injected;
  }

  /** A token with text is about to be written. */
  public void token(long nanos) {
    if (firstTokenNanos == null) {
      firstTokenNanos = nanos;
    } else if (longestGap == null || nanos - lastTokenNanos > longestGap.nanos()) {
      longestGap = new Gap(nanos - lastTokenNanos, tokens);
    }
    lastTokenNanos = nanos;
    tokens++;
  }

  /** Only the first call counts. */
  public void terminal(long nanos) {
    if (terminalNanos == null) {
      terminalNanos = nanos;
    }
  }

  Entry entry() {
    return new Entry(
        traceId,
        posts,
        receivedNanos,
        firstTokenNanos,
        terminalNanos,
        fault == null ? null : fault.label(),
        longestGap == null ? null : Millis.ofNanos(longestGap.nanos()),
        longestGap == null ? null : longestGap.after());
  }
}
