package chatload.metric;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a check looks at. */
public enum Metric {
  /** OK chats / chats planned, 0..1; the limit is the least that is allowed. */
  SUCCESS_RATE("successRate"),
  /** P95 of total time over OK chats, milliseconds; the limit is the most that is allowed. */
  P95_TOTAL("p95TotalMs"),
  /** P95 of first-token time over OK chats, milliseconds; the limit is the most allowed. */
  P95_FIRST_TOKEN("p95FirstTokenMs");

  private final String label;

  Metric(String label) {
    this.label = label;
  }

  /** The word used in JSON. */
  @JsonValue
  public String label() {
    return label;
  }
}
