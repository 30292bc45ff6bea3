package chatload.service.reply;

import chatload.files.Json;
import chatload.protocol.EmbeddedProof;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A response that is not a stream.
 *
 * @param status status code
 * @param contentType media type of the body
 * @param body text of the body
 * @param moreHeader a further header line
 */
public record PlainResponse(
    int status, String contentType, String body, Optional<String> moreHeader) {

  private static final String JSON = "application/json; charset=utf-8";
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";

  public static PlainResponse health(String traceId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "ok");
    body.put("timestamp", Instant.now().toString());
    body.put("traceId", traceId);
    return json(200, body);
  }

  /**
   * The service's own counters, in the text format of Prometheus.
   *
   * @param posts requests that were posted to the route of chats
   * @param chats those of them that were taken for chats, whatever became of them
   */
  public static PlainResponse metrics(long posts, long chats) {
    String text =
        counter("chat_posts_total", "Requests posted to the route of chats.", posts)
            + counter("chats_total", "Those taken for chats, whatever became of them.", chats);
    return new PlainResponse(200, METRICS, text, Optional.empty());
  }

  private static String counter(String name, String help, long value) {
    return "# HELP "
        + name
        + " "
        + help
        + "\n# TYPE "
        + name
        + " counter\n"
        + name
        + " "
        + value
        + "\n";
  }

  public static PlainResponse unauthorized() {
    return error(401, "Unauthorized request. Provide a valid JWT bearer token.");
  }

  public static PlainResponse invalidPayload(List<ChatPayload.Issue> issues) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", "Invalid chat payload");
    body.put("issues", issues);
    return json(400, body);
  }

  /** {@code {"error": message}}. */
  public static PlainResponse error(int status, String message) {
    return json(status, Map.of("error", message));
  }

  public static PlainResponse json(int status, Map<String, Object> body) {
    try {
      return new PlainResponse(
          status, JSON, Json.MAPPER.writeValueAsString(body), Optional.empty());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static PlainResponse html(int status, String title) {
    String page = "<!doctype html>\n<title>" + title + "</title>\n<h1>" + title + "</h1>\n";
    return new PlainResponse(status, HTML, page, Optional.empty());
  }

  public static PlainResponse noContent() {
    return new PlainResponse(204, JSON, "", Optional.empty());
  }

  public PlainResponse withHeader(String line) {
    return new PlainResponse(status, contentType, body, Optional.of(line));
  }

  /** The body; JSON says that it is the embedded service's. */
  private String provenBody(String traceId) {
    if (!contentType.equals(JSON) || body.isEmpty()) {
      return body;
    }
    try {
      ObjectNode json = (ObjectNode) Json.MAPPER.readTree(body);
      return json.put(EmbeddedProof.FIELD, EmbeddedProof.of(traceId)).toString();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Head and body as they cross the wire. */
  public byte[] encode(String traceId, boolean keepAlive) {
    byte[] bytes = provenBody(traceId).getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 ");
    head.append(HttpResponseStatus.valueOf(status)).append("\r\n");
    head.append("x-trace-id: ").append(traceId).append("\r\n");
    head.append("content-type: ").append(contentType).append("\r\n");
    head.append("content-length: ").append(bytes.length).append("\r\n");
    head.append("server: ").append(EmbeddedProof.SERVER).append("\r\n");
    head.append("date: ").append(HttpDate.now()).append("\r\n");
    moreHeader.ifPresent(line -> head.append(line).append("\r\n"));
    head.append(keepAlive ? "\r\n" : "connection: close\r\n\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    all.writeBytes(bytes);
    return all.toByteArray();
  }
}
