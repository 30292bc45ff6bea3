package chatload.load.exchange;

import io.gatling.http.client.impl.DefaultHttpClient;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import java.util.function.IntSupplier;

/**
 * Ends an HTTP/1.1 response of which byte after byte arrives and nothing comes out: headers or
 * trailers without end, which Gatling's client would keep, or interim responses. HTTP/2 has limits
 * of its own.
 */
final class SilentBytes extends ChannelInboundHandlerAdapter {

  /** 70,000 headers of 29 bytes; without end, thirty users' are still kept at the same time. */
  private static final int MOST = 2 * 1024 * 1024;

  private final IntSupplier cameOut;
  private int bytes;
  private int pieces;

  private SilentBytes(IntSupplier cameOut) {
    this.cameOut = cameOut;
  }

  /**
   * @param cameOut how often the client handed on something of the response
   */
  static void limit(ChannelPipeline pipeline, IntSupplier cameOut) {
    if (pipeline.get(DefaultHttpClient.HTTP_CLIENT_CODEC) != null) {
      pipeline.addBefore(DefaultHttpClient.HTTP_CLIENT_CODEC, null, new SilentBytes(cameOut));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof ByteBuf read) {
      bytes += read.readableBytes();
    }
    ctx.fireChannelRead(message);
    int now = cameOut.getAsInt();
    if (pieces != now) {
      pieces = now;
      bytes = 0;
    } else if (bytes > MOST) {
      bytes = 0;
      ctx.fireExceptionCaught(
          new TooLongHttpHeaderException("no end of headers or trailers in " + MOST + " bytes"));
    }
  }
}
