package chatload.protocol;

/** What a model did beside the text that its user sees. Times are as in {@link ChatReading}. */
public final class Generation {

  private long firstNanos = -1;
  private boolean isCalling;
  private Usage usage;

  /** Text that the user sees: whatever was called before it has been answered. */
  void text(long nanos) {
    at(nanos);
    isCalling = false;
  }

  private void at(long nanos) {
    firstNanos = firstNanos < 0 ? nanos : firstNanos;
  }

  void take(ChatEvent.Generated generated, long nanos) {
    at(nanos);
    isCalling |= generated.isCall();
  }

  void take(ChatEvent.Used used) {
    usage = used.usage().over(usage);
  }

  /** Negative if nothing was produced. */
  public long firstNanos() {
    return firstNanos;
  }

  /** Whether a tool was called, and no text has come since. */
  boolean isCalling() {
    return isCalling;
  }

  /** Null if the service said nothing of it. */
  public Usage usage() {
    return usage;
  }
}
