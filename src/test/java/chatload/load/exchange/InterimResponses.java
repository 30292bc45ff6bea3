package chatload.load.exchange;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Passes over responses such as 100 and 103, which only announce the real one (RFC 9110, section
 * 15.2). Gatling's client would take the first of them for the response.
 */
final class InterimResponses extends ChannelInboundHandlerAdapter {

  private boolean interim;

  private InterimResponses() {}

  /** Puts it in front of Gatling's handler, whatever the protocol. */
  static void passOver(ChannelPipeline pipeline) {
    pipeline.addBefore(pipeline.lastContext().name(), null, new InterimResponses());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof HttpResponse response) {
      interim =
          response.status().codeClass() == HttpStatusClass.INFORMATIONAL
              && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
    }
    if (interim && (message instanceof HttpResponse || message instanceof LastHttpContent)) {
      ReferenceCountUtil.release(message);
    } else {
      ctx.fireChannelRead(message);
      if (!ctx.isRemoved()) {
        ctx.pipeline().remove(this); // tokens need not pass through here
      }
    }
  }
}
