package chatload.service;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpUtil;
import java.nio.charset.StandardCharsets;

/** Collects requests, bodies up to 1 MiB; larger ones become a {@link TooLongFrameException}. */
final class RequestAggregator extends HttpObjectAggregator {

  private static final int MAX_BODY_BYTES = 1024 * 1024;

  RequestAggregator() {
    super(MAX_BODY_BYTES);
  }

  @Override
  protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
    ctx.fireExceptionCaught(new TooLongFrameException("body above " + MAX_BODY_BYTES + " bytes"));
  }

  /** In bytes, because this service encodes its responses itself. */
  @Override
  protected Object newContinueResponse(
      HttpMessage start, int maxContentLength, ChannelPipeline pipeline) {
    if (!HttpUtil.is100ContinueExpected(start)
        || HttpUtil.getContentLength(start, 0L) > maxContentLength) {
      return null;
    }
    return Unpooled.copiedBuffer("HTTP/1.1 100 Continue\r\n\r\n", StandardCharsets.US_ASCII);
  }
}
