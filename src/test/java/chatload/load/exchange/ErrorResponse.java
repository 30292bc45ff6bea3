package chatload.load.exchange;

import chatload.protocol.Gatekeeper;
import chatload.run.Cause;
import chatload.run.Outcome;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A response that is no event stream, and the beginning of what it says. */
public final class ErrorResponse {

  private static final int MAX_BODY_BYTES = 4096;

  /** What the client decodes; it hands on everything else as it is. */
  private static final Set<String> DECODED =
      Set.of("identity", "gzip", "x-gzip", "deflate", "x-deflate", "br");

  private final int status;
  private final HttpHeaders headers;
  private final Outcome outcome;
  private final StringBuilder words = new StringBuilder();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private ErrorResponse(int status, HttpHeaders headers, Outcome outcome) {
    this.status = status;
    this.headers = headers;
    this.outcome = outcome;
  }

  /**
   * Empty when it is a stream with status 200 that can be read.
   *
   * @param streams content types of what was asked for
   */
  public static Optional<ErrorResponse> of(
      HttpResponseStatus status, HttpHeaders headers, List<String> streams) {
    String contentType = headers.get(HttpHeaderNames.CONTENT_TYPE);
    String coding = headers.get(HttpHeaderNames.CONTENT_ENCODING, "identity");
    boolean isDecoded = DECODED.contains(coding.strip().toLowerCase(Locale.ROOT));
    if (status.code() == 200 && isOneOf(streams, contentType) && isDecoded) {
      return Optional.empty();
    }
    ErrorResponse response = new ErrorResponse(status.code(), headers, outcome(status.code()));
    if (status.code() != 200) {
      response.words.append("status ").append(status.code());
    } else if (isOneOf(streams, contentType)) {
      response.words.append("content encoding ").append(coding).append(", which nobody asked for");
    } else {
      response.words.append("content type ").append(contentType);
    }
    String location = headers.get(HttpHeaderNames.LOCATION);
    if (location != null) {
      response.words.append(", location ").append(location.replaceFirst("\\?.*", "?…"));
    }
    String retryAfter = headers.get(HttpHeaderNames.RETRY_AFTER);
    if (retryAfter != null) {
      response.words.append(", retry-after ").append(retryAfter);
    }
    return Optional.of(response);
  }

  private static boolean isOneOf(List<String> streams, String contentType) {
    return contentType != null
        && streams.contains(contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }

  private static Outcome outcome(int status) {
    return switch (status) {
      case 200 -> Outcome.NOT_SSE;
      case 401, 403 -> Outcome.AUTH_ERROR;
      case 429 -> Outcome.RATE_LIMITED;
      default -> Outcome.HTTP_ERROR;
    };
  }

  /** Takes a piece of the body; returns whether that is enough of it. */
  public boolean add(ByteBuf chunk) {
    int length = Math.min(MAX_BODY_BYTES - body.size(), chunk.readableBytes());
    body.writeBytes(ByteBufUtil.getBytes(chunk, chunk.readerIndex(), length));
    return body.size() == MAX_BODY_BYTES;
  }

  /** What it means for its chat. */
  Trouble trouble() {
    return new Trouble(outcome, cause(), words());
  }

  /** Who answered in the place of the service; empty if nobody did. */
  private Optional<String> gatekeeper() {
    return Gatekeeper.of(status, headers::get, body());
  }

  /** Somebody on the way is no fault of the service, nor of the token. */
  private Cause cause() {
    if (gatekeeper().isPresent()) {
      return Cause.NETWORK;
    }
    return switch (outcome) {
      case AUTH_ERROR -> Cause.AUTH;
      case RATE_LIMITED -> Cause.RATE_LIMIT;
      case HTTP_ERROR -> status >= 500 ? Cause.SERVICE : Cause.PROTOCOL;
      default -> Cause.PROTOCOL;
    };
  }

  /** Status or content type, and the beginning of the body. */
  private String words() {
    String by = gatekeeper().map(who -> ", by " + who + " and not by the service").orElse("");
    return (words + by + ": " + body()).strip();
  }

  /** The beginning of the body. */
  public String body() {
    return body.toString(StandardCharsets.UTF_8);
  }
}
