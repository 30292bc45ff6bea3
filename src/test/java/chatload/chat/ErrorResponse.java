package chatload.chat;

import chatload.run.Cause;
import chatload.run.Outcome;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A response that is no event stream, and the beginning of what it says. */
final class ErrorResponse {

  private static final int MAX_BODY_BYTES = 4096;

  private final int status;
  private final Outcome outcome;
  private final StringBuilder words = new StringBuilder();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private ErrorResponse(int status, Outcome outcome) {
    this.status = status;
    this.outcome = outcome;
  }

  /** Empty when it is an event stream with status 200. */
  static Optional<ErrorResponse> of(HttpResponseStatus status, HttpHeaders headers) {
    String contentType = headers.get(HttpHeaderNames.CONTENT_TYPE);
    if (status.code() == 200 && isEventStream(contentType)) {
      return Optional.empty();
    }
    ErrorResponse response = new ErrorResponse(status.code(), outcome(status.code()));
    response.words.append(
        status.code() == 200 ? "content type " + contentType : "status " + status.code());
    String retryAfter = headers.get(HttpHeaderNames.RETRY_AFTER);
    if (retryAfter != null) {
      response.words.append(", retry-after ").append(retryAfter);
    }
    response.words.append(": ");
    return Optional.of(response);
  }

  private static boolean isEventStream(String contentType) {
    return contentType != null
        && contentType.split(";", 2)[0].strip().equalsIgnoreCase("text/event-stream");
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
  boolean add(ByteBuf chunk) {
    int length = Math.min(MAX_BODY_BYTES - body.size(), chunk.readableBytes());
    body.writeBytes(ByteBufUtil.getBytes(chunk, chunk.readerIndex(), length));
    return body.size() == MAX_BODY_BYTES;
  }

  Outcome outcome() {
    return outcome;
  }

  Cause cause() {
    return switch (outcome) {
      case AUTH_ERROR -> Cause.AUTH;
      case RATE_LIMITED -> Cause.RATE_LIMIT;
      case HTTP_ERROR -> status >= 500 ? Cause.SERVICE : Cause.PROTOCOL;
      default -> Cause.PROTOCOL;
    };
  }

  /** Status or content type, and the beginning of the body. */
  String words() {
    return (words + body.toString(StandardCharsets.UTF_8)).strip();
  }
}
