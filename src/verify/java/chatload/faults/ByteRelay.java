package chatload.faults;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Passes the bytes of a connection on to another one, and those of that one back. */
final class ByteRelay extends ChannelInboundHandlerAdapter {

  private final InetSocketAddress service;
  private ChannelFuture upstream;

  ByteRelay(InetSocketAddress service) {
    this.service = service;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    upstream =
        new Bootstrap()
            .group(ctx.channel().eventLoop())
            .channel(NioSocketChannel.class)
            .handler(new Back(ctx.channel()))
            .connect(service)
            .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    upstream.addListener(connected -> upstream.channel().writeAndFlush(bytes));
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    upstream.channel().close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
    if (!(cause instanceof IOException)) {
      ctx.fireExceptionCaught(cause);
    }
  }

  private static final class Back extends ChannelInboundHandlerAdapter {
    private final Channel client;

    Back(Channel client) {
      this.client = client;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
      client.writeAndFlush(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      client.close();
    }
  }
}
