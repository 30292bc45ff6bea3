package chatload.chat;

import io.gatling.http.client.impl.DefaultHttpClient;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.TooLongHttpHeaderException;

/**
 * Ends an HTTP/1.1 response whose head does not end: Gatling's client would keep all of it. HTTP/2
 * has a limit of its own.
 */
final class HeadLimit extends ChannelInboundHandlerAdapter {

  private static final int MAX_HEAD_BYTES = 1024 * 1024;

  private final LiveChat chat;
  private int bytes;

  private HeadLimit(LiveChat chat) {
    this.chat = chat;
  }

  static void install(ChannelPipeline pipeline, LiveChat chat) {
    if (pipeline.get(DefaultHttpClient.HTTP_CLIENT_CODEC) != null) {
      pipeline.addBefore(DefaultHttpClient.HTTP_CLIENT_CODEC, null, new HeadLimit(chat));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof ByteBuf read) {
      bytes += read.readableBytes();
    }
    ctx.fireChannelRead(message);
    if (chat.status() == null) {
      if (bytes > MAX_HEAD_BYTES) {
        ctx.fireExceptionCaught(
            new TooLongHttpHeaderException("no end of headers in " + MAX_HEAD_BYTES + " bytes"));
      }
    } else if (!ctx.isRemoved()) {
      ctx.pipeline().remove(this); // tokens need not pass through here
    }
  }
}
