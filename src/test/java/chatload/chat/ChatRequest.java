package chatload.chat;

import chatload.protocol.ChatProtocol;
import chatload.target.EmbeddedTarget;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/** The words of the chat service's HTTP interface. */
final class ChatRequest {

  static final String TRACE_ID = "x-trace-id";

  private ChatRequest() {}

  /** The JSON body of a chat. */
  static String body(ChatPlan plan) {
    return ChatProtocol.EYWA.body(plan.threadId(), plan.message());
  }

  /** Whether a response came from this project's own chat service. */
  static boolean isEmbeddedTarget(HttpHeaders response) {
    return EmbeddedTarget.SERVER_HEADER.equals(response.get(HttpHeaderNames.SERVER));
  }
}
