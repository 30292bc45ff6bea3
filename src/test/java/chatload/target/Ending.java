package chatload.target;

/** What happens to the connection after the last write of a response. */
enum Ending {
  /** The response is complete; the connection stays open unless the client asked otherwise. */
  COMPLETE,
  /** The response is complete; then the connection is closed although nobody said so. */
  COMPLETE_THEN_CLOSE,
  /** The response is incomplete, and nothing more comes until the client goes away. */
  NOTHING,
  /** The connection is closed. */
  FIN,
  /** The connection is reset. */
  RST;

  boolean isComplete() {
    return this == COMPLETE || this == COMPLETE_THEN_CLOSE;
  }
}
