package chatload.faults;

import io.netty.handler.codec.http2.Http2Error;
import java.util.Locale;

/**
 * What a {@link TlsFront} can do to an HTTP/2 stream or its connection that HTTP/1.1 does not know.
 */
public enum StreamFault {
  REFUSED_STREAM("RST_STREAM REFUSED_STREAM instead of a response", When.AT_ONCE),
  RESET_BEFORE_RESPONSE("RST_STREAM INTERNAL_ERROR instead of a response", When.AT_ONCE),
  CANCELLED("RST_STREAM CANCEL after the first token", When.IN_MID_STREAM),
  RESET_WITHOUT_ERROR("RST_STREAM NO_ERROR after the first token", When.IN_MID_STREAM),
  GOAWAY_BEFORE_RESPONSE("GOAWAY that leaves the stream out, instead of a response", When.AT_ONCE),
  GOAWAY_DROPS_STREAM(
      "GOAWAY ENHANCE_YOUR_CALM that leaves the stream out, after the first token",
      When.IN_MID_STREAM),
  GOAWAY_KEEPS_STREAM("GOAWAY after the first token, then the rest", When.IN_MID_STREAM),
  CONNECTION_CUT("the connection is closed after the first token", When.IN_MID_STREAM),
  END_WITH_HEADERS("headers that end the stream", When.AT_ONCE),
  TRAILERS("a trailer after the terminal event", When.AT_THE_END),
  ENDLESS_TRAILERS("trailers without end after the first token", When.IN_MID_STREAM),
  NO_SETTINGS("HTTP/2 is negotiated, then nothing comes", When.BEFORE),
  CLOSED_BEFORE_SETTINGS("HTTP/2 is negotiated, then the connection is closed", When.BEFORE);

  /** At which point of a stream it happens. */
  enum When {
    BEFORE,
    AT_ONCE,
    IN_MID_STREAM,
    AT_THE_END
  }

  private final String meaning;
  private final When when;

  StreamFault(String meaning, When when) {
    this.meaning = meaning;
    this.when = when;
  }

  /** The name in lower case with hyphens. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What happens, in one line. */
  public String meaning() {
    return meaning;
  }

  When when() {
    return when;
  }

  /** The code of the RST_STREAM or GOAWAY frame. */
  Http2Error error() {
    return switch (this) {
      case REFUSED_STREAM -> Http2Error.REFUSED_STREAM;
      case RESET_BEFORE_RESPONSE -> Http2Error.INTERNAL_ERROR;
      case CANCELLED -> Http2Error.CANCEL;
      case GOAWAY_DROPS_STREAM -> Http2Error.ENHANCE_YOUR_CALM;
      default -> Http2Error.NO_ERROR;
    };
  }
}
