package chatload.chat;

import chatload.run.Json;
import chatload.target.EmbeddedTarget;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words of the chat service's HTTP interface. */
final class ChatRequest {

  static final String TRACE_ID = "x-trace-id";

  private ChatRequest() {}

  /** The JSON body of a chat. */
  static String body(ChatPlan plan) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("threadId", plan.threadId());
    body.put("message", plan.message());
    try {
      return Json.MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a response came from this project's own chat service. */
  static boolean isEmbeddedTarget(HttpHeaders response) {
    return EmbeddedTarget.SERVER_HEADER.equals(response.get(HttpHeaderNames.SERVER));
  }
}
