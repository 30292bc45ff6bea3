package chatload.faults;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;

/** Passes the request of one HTTP/2 stream on to an HTTP/1.1 service, and its response back. */
final class StreamRelay extends SimpleChannelInboundHandler<FullHttpRequest> {

  private static final int MAX_HEADER_BYTES = 256 * 1024;

  private final InetSocketAddress service;
  private Channel upstream;

  StreamRelay(InetSocketAddress service) {
    this.service = service;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    var passedOn =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, request.method(), request.uri(), request.content().retain());
    passedOn.headers().set(request.headers()).set("connection", "close");
    upstream =
        new Bootstrap()
            .group(ctx.channel().eventLoop())
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            new HttpClientCodec(
                                new HttpDecoderConfig().setMaxHeaderSize(MAX_HEADER_BYTES),
                                false,
                                false),
                            new Back(ctx.channel(), passedOn));
                  }
                })
            .connect(service)
            .addListener(ChannelFutureListener.CLOSE_ON_FAILURE)
            .channel();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (upstream != null) {
      upstream.close();
    }
  }

  /** The response on its way back to the stream. */
  private static final class Back extends ChannelInboundHandlerAdapter {
    private final Channel stream;
    private final FullHttpRequest request;
    private boolean interim;
    private boolean complete;

    Back(Channel stream, FullHttpRequest request) {
      this.stream = stream;
      this.request = request;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      ctx.writeAndFlush(request);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      HttpObject part = (HttpObject) message;
      if (complete || part.decoderResult().isFailure()) {
        ReferenceCountUtil.release(part);
        ctx.close();
      } else if (part instanceof HttpResponse head) {
        interim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        stream.writeAndFlush(interim ? whole(head) : head);
      } else if (!interim) {
        complete = part instanceof LastHttpContent;
        stream.writeAndFlush(part);
      }
    }

    private static HttpResponse whole(HttpResponse head) {
      var whole = new DefaultFullHttpResponse(head.protocolVersion(), head.status());
      whole.headers().set(head.headers());
      return whole;
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      if (!complete) {
        stream.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR));
      }
    }

    /** Whatever it is, the service is of no more use; the stream learns it when this is closed. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }
}
