package chatload.run;

/** How one chat ended: {@link #OK} or exactly one failure. */
public enum Outcome {
  OK("whole reply received"),
  CONNECT_ERROR("no connection, or it was lost before any response"),
  AUTH_ERROR("status 401 or 403"),
  RATE_LIMITED("status 429"),
  HTTP_ERROR("another status than 200"),
  NOT_SSE("200, but not an event stream"),
  FIRST_TOKEN_TIMEOUT("no token inside the time limit"),
  TOTAL_TIMEOUT("tokens, but no terminal event inside the time limit"),
  STREAM_CUT("connection lost in mid-stream"),
  TRUNCATED("stream ended cleanly without a terminal event"),
  EMPTY("terminal event without any token"),
  ERROR_EVENT("the service sent an error event"),
  DEGRADED("the terminal event says degraded"),
  FALLBACK_REPLY("a canned reply instead of an answer"),
  CROSS_TALK("an id of another chat of the run came back"),
  MALFORMED("events that cannot be what the service meant to send"),
  OTHER_PROTOCOL("events came, and none of them is one of the protocol in use"),
  NOT_SENT("planned, but there is no record that it was sent");

  private final String meaning;

  Outcome(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }

  public boolean isOk() {
    return this == OK;
  }

  /** Whether it may have been avoided had somebody been faster. */
  boolean isForWantOfTime() {
    return this == CONNECT_ERROR || this == FIRST_TOKEN_TIMEOUT || this == TOTAL_TIMEOUT;
  }
}
