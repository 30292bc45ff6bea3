package chatload.service.journal;

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

  /** Only the first call counts. */
  public void token(long nanos) {
    if (firstTokenNanos == null) {
      firstTokenNanos = nanos;
    }
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
        fault == null ? null : fault.label());
  }
}
