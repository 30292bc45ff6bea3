package chatload.service.reply;

/**
 * When the events of one chat are due, in nanoseconds after its request was decoded. Absolute, so
 * that a late event does not delay the next.
 *
 * @param tokenNanos one instant per token, at least one, ascending; not to be changed
 * @param doneNanos the terminal event's, not before the last token's
 */
public record Timeline(long[] tokenNanos, long doneNanos) {

  public int tokens() {
    return tokenNanos.length;
  }

  public long firstNanos() {
    return tokenNanos[0];
  }

  /** The i-th token's, from 0; the terminal event's for those beyond the last. */
  public long nanos(int i) {
    return i < tokenNanos.length ? tokenNanos[i] : doneNanos;
  }
}
