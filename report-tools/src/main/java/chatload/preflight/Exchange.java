package chatload.preflight;

import chatload.run.Millis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One request and its answer, the end of its body included, all inside one time limit. */
final class Exchange implements AutoCloseable {
  private static final int EXCERPT_BYTES = 16 * 1024;

  private final String traceId;
  private final long startedNanos;
  private final HttpResponse<InputStream> response;
  private final IOException failure;
  private final CompletableFuture<Void> limit = new CompletableFuture<>();
  private volatile boolean limitReached;

  private Exchange(
      String traceId, long startedNanos, HttpResponse<InputStream> response, IOException failure) {
    this.traceId = traceId;
    this.startedNanos = startedNanos;
    this.response = response;
    this.failure = failure;
  }

  /** Sends the request with a trace id of its own and waits for the answer's headers. */
  static Exchange send(HttpClient client, HttpRequest.Builder request, Duration limit)
      throws InterruptedException {
    String traceId = UUID.randomUUID().toString();
    HttpRequest complete = request.setHeader("x-trace-id", traceId).timeout(limit).build();
    long startedNanos = System.nanoTime();
    try {
      HttpResponse<InputStream> response = client.send(complete, BodyHandlers.ofInputStream());
      Exchange exchange = new Exchange(traceId, startedNanos, response, null);
      exchange.closeAfter(limit.toNanos() - (System.nanoTime() - startedNanos));
      return exchange;
    } catch (IOException e) {
      return new Exchange(traceId, startedNanos, null, e);
    }
  }

  /** The client's own limit ends with the headers; this one makes a reader of the body fail. */
  private void closeAfter(long nanos) {
    limit
        .orTimeout(Math.max(0, nanos), TimeUnit.NANOSECONDS)
        .whenComplete(
            (done, timeout) -> {
              if (timeout != null) {
                limitReached = true;
                closeBody();
              }
            });
  }

  String traceId() {
    return traceId;
  }

  /** Why there is no answer; empty if there is one. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Null if no response arrived. */
  Integer status() {
    return response == null ? null : response.statusCode();
  }

  /** The first value of that header; empty without one. */
  String header(String name) {
    return response == null ? "" : response.headers().firstValue(name).orElse("");
  }

  boolean isEventStream() {
    String mediaType = header("content-type").split(";", 2)[0].strip();
    return mediaType.toLowerCase(Locale.ROOT).equals("text/event-stream");
  }

  /** Only for an exchange with an answer. Reading fails once the time limit is reached. */
  InputStream body() {
    return response.body();
  }

  /** True when the body was cut off here because it took too long. */
  boolean isLimitReached() {
    return limitReached;
  }

  /** The beginning of the body, or what arrived of it before the connection or the time ended. */
  String excerpt() {
    ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    byte[] buffer = new byte[EXCERPT_BYTES];
    try {
      int room = EXCERPT_BYTES;
      for (int n = 0; n >= 0 && room > 0; n = body().read(buffer, 0, room)) {
        beginning.write(buffer, 0, n);
        room -= n;
      }
    } catch (IOException e) {
      // what has arrived is enough to quote
    }
    return beginning.toString(StandardCharsets.UTF_8);
  }

  /** Milliseconds since just before the request was handed to the client. */
  double elapsedMs() {
    return Millis.ofNanos(System.nanoTime() - startedNanos);
  }

  private void closeBody() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    limit.complete(null);
    if (response != null) {
      closeBody();
    }
  }
}
