package chatload.service;

import chatload.auth.Secret;
import chatload.files.Json;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** A client that hides nothing: raw bytes on a socket, with the instants at which they came. */
final class RawClient implements AutoCloseable {

  static final Secret SECRET = new Secret("0123456789abcdef0123456789abcdef");

  private static final int PATIENCE_MILLIS = 5_000;
  private static final int SILENCE_MILLIS = 250;

  private static final int MUCH_BYTES = 256 * 1024;

  /** When to stop reading. */
  enum Until {
    /** A complete HTTP response. */
    COMPLETE,
    /** Nothing more comes although the connection is open. */
    SILENCE,
    /** The server ends the connection, either way. */
    END,
    /** More has come than a usual response has. */
    MUCH
  }

  private final Socket socket;

  RawClient(EmbeddedTarget target) {
    this(target.chatUrl().getPort());
  }

  RawClient(int port) {
    try {
      socket = new Socket("127.0.0.1", port);
      socket.setTcpNoDelay(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String token() {
    return token(SECRET, Map.of("tenantId", "t", "sub", "u"), Instant.now().plusSeconds(60));
  }

  static String token(Secret secret, Map<String, Object> claims, Instant expiry) {
    return Jwts.builder()
        .claims(claims)
        .expiration(Date.from(expiry))
        .signWith(Keys.hmacShaKeyFor(secret.bytes()), Jwts.SIG.HS256)
        .compact();
  }

  /** Headers that every accepted chat needs, and its trace id. */
  static String headers(String traceId) {
    return "authorization: Bearer " + token() + "\r\nx-trace-id: " + traceId + "\r\n";
  }

  static String body(String message) {
    return Json.MAPPER.createObjectNode().put("threadId", "t-1").put("message", message).toString();
  }

  static String post(String headers, String body) {
    return "POST /api/chat HTTP/1.1\r\nhost: x\r\n"
        + headers
        + "content-length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  /** The chat of the checklist. */
  static String chat(String headers) {
    return post(headers, body("请记住我偏好高铁，并回复已记录。"));
  }

  RawClient send(String request) {
    try {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One exchange on a connection of its own. */
  static RawResponse exchange(EmbeddedTarget target, String request, Until until) {
    try (RawClient client = new RawClient(target)) {
      return client.send(request).read(until);
    }
  }

  RawResponse read(Until until) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Long firstTokenNanos = null;
    Long doneNanos = null;
    boolean reset = false;
    boolean open = true;
    byte[] buffer = new byte[65536];
    try {
      socket.setSoTimeout(until == Until.SILENCE ? SILENCE_MILLIS : PATIENCE_MILLIS);
      while (open && !isEnough(until, bytes)) {
        int count = socket.getInputStream().read(buffer);
        long now = System.nanoTime();
        open = count >= 0;
        bytes.write(buffer, 0, Math.max(count, 0));
        if (firstTokenNanos == null && contains(bytes, "event: token")) {
          firstTokenNanos = now;
        }
        if (doneNanos == null && contains(bytes, "event: done")) {
          doneNanos = now;
        }
      }
    } catch (SocketTimeoutException e) {
      if (until != Until.SILENCE) {
        throw new AssertionError("still open after " + PATIENCE_MILLIS + " ms: " + bytes, e);
      }
    } catch (SocketException e) {
      reset = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RawResponse(bytes.toByteArray(), !open, reset, firstTokenNanos, doneNanos);
  }

  private static boolean isEnough(Until until, ByteArrayOutputStream bytes) {
    return switch (until) {
      case COMPLETE -> RawResponse.isComplete(bytes.toByteArray());
      case MUCH -> bytes.size() > MUCH_BYTES;
      default -> false;
    };
  }

  private static boolean contains(ByteArrayOutputStream bytes, String text) {
    return bytes.size() < 100_000 && bytes.toString(StandardCharsets.UTF_8).contains(text);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
