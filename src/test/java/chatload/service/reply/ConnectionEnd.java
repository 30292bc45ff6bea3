package chatload.service.reply;

import java.nio.charset.StandardCharsets;

/** What happens to the connection after the last write of a response. */
public enum ConnectionEnd {
  /** The response is complete; the connection stays open unless the client asked otherwise. */
  COMPLETE,
  /** The response is complete; then the connection is closed although nobody said so. */
  COMPLETE_THEN_CLOSE,
  /** The response is complete; the connection stays open whatever the client asked for. */
  COMPLETE_THEN_STAY,
  /** The response is incomplete, and nothing more comes until the client goes away. */
  NOTHING,
  /** The connection is closed. */
  FIN,
  /** The connection is reset. */
  RST,
  /** Header lines without end. */
  HEADERS("x-endless: 1\r\n"),
  /** Interim responses without end. */
  INTERIM("HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n"),
  /** A chunk extension without end. */
  EXTENSION("a"),
  /** Comments without end, each in a chunk with others. */
  COMMENTS(": ping\n\n"),
  /** A line without end. */
  LINE("a"),
  /** Tokens without end. */
  TOKENS("");

  private static final int BLOCK_BYTES = 32 * 1024;

  private final String endless;

  ConnectionEnd() {
    this(null);
  }

  ConnectionEnd(String endless) {
    this.endless = endless;
  }

  boolean isComplete() {
    return this == COMPLETE || this == COMPLETE_THEN_CLOSE || this == COMPLETE_THEN_STAY;
  }

  /** What is written again and again for ever; null if nothing is. */
  public byte[] block(WireFormat wire) {
    if (endless == null) {
      return null;
    }
    String text = this == TOKENS ? wire.text("高铁").text() : endless;
    byte[] bytes = text.repeat(BLOCK_BYTES / text.length()).getBytes(StandardCharsets.UTF_8);
    return this == HEADERS || this == INTERIM || this == EXTENSION ? bytes : Chunks.chunk(bytes);
  }
}
