package chatload.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import chatload.files.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** One response on its way to the client; remembers what was sent. */
final class Wire {

  private final OutputStream out;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  Wire(OutputStream out) {
    this.out = out;
  }

  void raw(String text) throws IOException {
    raw(text.getBytes(ISO_8859_1));
  }

  void raw(byte[] bytes) throws IOException {
    sent.writeBytes(bytes);
    out.write(bytes);
    out.flush();
  }

  /** A whole response that is no stream. */
  void plain(String status, String traceId, String contentType, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    raw(
        "HTTP/1.1 %s\r\nx-trace-id: %s\r\ncontent-type: %s\r\ncontent-length: %d\r\n\r\n"
            .formatted(status, traceId, contentType, bytes.length));
    raw(bytes);
  }

  /** The head of an event stream in chunks. */
  void stream(String traceId) throws IOException {
    raw(
        "HTTP/1.1 200 OK\r\nx-trace-id: %s\r\ncontent-type: text/event-stream; charset=utf-8\r\n"
                .formatted(traceId)
            + "cache-control: no-cache, no-transform\r\ntransfer-encoding: chunked\r\n\r\n");
  }

  /** An event with that data, which is written as JSON. */
  void event(String name, Map<String, ?> data) throws IOException {
    event(name, Json.MAPPER.writeValueAsString(data));
  }

  /** An event with that data; without a name if that is empty. */
  void event(String name, String data) throws IOException {
    chunk((name.isEmpty() ? "" : "event: " + name + "\n") + "data: " + data + "\n\n");
  }

  void chunk(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
    chunk.writeBytes(bytes);
    chunk.writeBytes("\r\n".getBytes(ISO_8859_1));
    raw(chunk.toByteArray());
  }

  void end() throws IOException {
    raw("0\r\n\r\n");
  }

  byte[] sent() {
    return sent.toByteArray();
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
