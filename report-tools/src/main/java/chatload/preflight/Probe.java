package chatload.preflight;

import chatload.run.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** The requests of the preflight, in the order in which they are sent. */
enum Probe {
  HEALTH("health", "200"),
  WITHOUT_TOKEN("chat-without-token", "401"),
  IDENTITY_HEADERS_ONLY("chat-with-identity-headers-only", "401"),
  WITH_TOKEN("chat-with-token", "200, text/event-stream, a token event, a done event");

  private record ChatBody(String threadId, String message) {}

  private final String title;
  private final String expected;

  Probe(String title, String expected) {
    this.title = title;
    this.expected = expected;
  }

  /** The name of the check. */
  String title() {
    return title;
  }

  /** What a service that is ready for load does. */
  String expected() {
    return expected;
  }

  /** The request, except for trace id, time limit and token. */
  HttpRequest.Builder request(PreflightTarget target) {
    if (this == HEALTH) {
      return HttpRequest.newBuilder(target.healthUrl()).GET();
    }
    String threadId = target.threadPrefix() + "-preflight-" + ordinal();
    HttpRequest.Builder chat =
        HttpRequest.newBuilder(target.chatUrl().uri())
            .setHeader("content-type", "application/json")
            .POST(BodyPublishers.ofString(json(new ChatBody(threadId, target.message()))));
    if (this == IDENTITY_HEADERS_ONLY) {
      chat.setHeader("x-tenant-id", headerValue(target.identity().tenantId()));
      chat.setHeader("x-user-id", headerValue(target.identity().userId()));
    }
    return chat;
  }

  /** Only printable ASCII is safe in a header, and for this check any id will do. */
  private static String headerValue(String id) {
    return id.matches("[!-~]+") ? id : URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private static String json(ChatBody body) {
    try {
      return Json.MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
