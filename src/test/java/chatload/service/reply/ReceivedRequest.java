package chatload.service.reply;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.UUID;

/**
 * One decoded request, free of Netty's buffers.
 *
 * @param receivedNanos {@link System#nanoTime} when it was complete
 * @param route method and path, such as {@code POST /api/chat}
 * @param traceId the {@code x-trace-id} sent, else a new UUID
 * @param headers all headers
 * @param body all bytes
 * @param keepAlive whether the connection may carry another request
 * @param http10 whether the client can't read chunks
 */
public record ReceivedRequest(
    long receivedNanos,
    String route,
    String traceId,
    HttpHeaders headers,
    byte[] body,
    boolean keepAlive,
    boolean http10) {

  public static ReceivedRequest of(FullHttpRequest request) {
    long receivedNanos = System.nanoTime();
    String traceId = request.headers().get("x-trace-id");
    return new ReceivedRequest(
        receivedNanos,
        request.method() + " " + new QueryStringDecoder(request.uri()).rawPath(),
        traceId == null || traceId.isBlank() ? UUID.randomUUID().toString() : traceId,
        request.headers(),
        ByteBufUtil.getBytes(request.content()),
        HttpUtil.isKeepAlive(request),
        request.protocolVersion().equals(HttpVersion.HTTP_1_0));
  }
}
