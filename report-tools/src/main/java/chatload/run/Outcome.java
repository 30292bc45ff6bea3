package chatload.run;

import chatload.words.Phrase;

/**
 * How one chat ended: {@link #OK} or exactly one failure. What each means stands in {@code
 * words/outcome_en.properties}.
 */
public enum Outcome implements Phrase {
  OK,
  CONNECT_ERROR,
  AUTH_ERROR,
  RATE_LIMITED,
  HTTP_ERROR,
  NOT_SSE,
  FIRST_TOKEN_TIMEOUT,
  TOTAL_TIMEOUT,
  STREAM_CUT,
  TRUNCATED,
  CUT_SHORT,
  REFUSED,
  FILTERED,
  NO_ANSWER,
  OTHER_MODEL,
  EMPTY,
  ERROR_EVENT,
  DEGRADED,
  FALLBACK_REPLY,
  WRONG_REPLY,
  CROSS_TALK,
  MALFORMED,
  OTHER_PROTOCOL,
  NOT_SENT,
  CANCELLED;

  @Override
  public String bundle() {
    return "outcome";
  }

  public boolean isOk() {
    return this == OK;
  }

  /**
   * Whether it counts against the service; a chat that was closed on purpose counts for nothing.
   */
  public boolean isFailure() {
    return this != OK && this != CANCELLED;
  }

  /** Whether it may have been avoided had somebody been faster. */
  public boolean isForWantOfTime() {
    return this == CONNECT_ERROR || this == FIRST_TOKEN_TIMEOUT || this == TOTAL_TIMEOUT;
  }
}
