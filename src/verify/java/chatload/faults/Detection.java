package chatload.faults;

import java.math.BigDecimal;

/**
 * When the outcome of a chat must be known, counted from its start. The embedded chat service sends
 * its first token after 0.2 s and the terminal event after 0.3 s; a chat may take {@link
 * #TIME_LIMIT_MS}. The upper bounds leave room for a busy machine.
 */
enum Detection {
  /** Nothing has to be waited for. */
  AT_ONCE(0, 4000),
  /** Something happens after the first token. */
  IN_MID_STREAM(200, 4000),
  /** The reply is complete, or the response ends. */
  AT_THE_END(200, 4000),
  /** Something grows until it is too much. */
  WHEN_TOO_LONG(0, 4900),
  /** Nothing happens before the time limit. */
  AT_THE_LIMIT(4990, 6000),
  /** Chats before, while and after something happens. */
  BY_THE_LIMIT(0, 6000);

  static final int TIME_LIMIT_MS = 5000;

  private final int earliestMs;
  private final int latestMs;

  Detection(int earliestMs, int latestMs) {
    this.earliestMs = earliestMs;
    this.latestMs = latestMs;
  }

  int earliestMs() {
    return earliestMs;
  }

  int latestMs() {
    return latestMs;
  }

  /** Such as {@code 0.2 to 2 s}. */
  @Override
  public String toString() {
    return seconds(earliestMs) + " to " + seconds(latestMs) + " s";
  }

  private static String seconds(int millis) {
    return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
  }
}
