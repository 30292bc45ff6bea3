package chatload.faults;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands before a chat service to speak TLS and HTTP/2 for it. HTTP/1.1 is passed on byte by
 * byte; each HTTP/2 stream becomes a request on an HTTP/1.1 connection of its own, and is reset
 * when that connection is lost.
 */
public final class TlsFront implements AutoCloseable {

  private static final int MAX_BODY_BYTES = 1024 * 1024;

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("tls-front", true), NioIoHandler.newFactory());
  private final ChannelGroup connections = new DefaultChannelGroup(loops.next(), true);
  private final Map<String, Integer> posts = new ConcurrentHashMap<>();
  private final AtomicInteger http2Connections = new AtomicInteger();
  private final InetSocketAddress service;
  private final String path;
  private final Optional<StreamFault> fault;
  private final Channel server;

  /**
   * @param service what it stands before
   * @param ssl its certificate, and the protocols that it offers
   * @param fault what it does to every HTTP/2 stream
   */
  public TlsFront(URI service, SslContext ssl, Optional<StreamFault> fault) {
    this.service = new InetSocketAddress(service.getHost(), service.getPort());
    this.path = service.getRawPath();
    this.fault = fault;
    this.server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    connections.add(channel);
                    channel.pipeline().addLast(ssl.newHandler(channel.alloc()), new Negotiation());
                  }
                })
            .bind(new InetSocketAddress("127.0.0.1", 0))
            .syncUninterruptibly()
            .channel();
  }

  /** The chat URL; its host is an address. */
  public URI chatUrl() {
    int port = ((InetSocketAddress) server.localAddress()).getPort();
    return URI.create("https://127.0.0.1:" + port + path);
  }

  /** How many HTTP/2 requests with that trace id arrived. */
  public int posts(String traceId) {
    return posts.getOrDefault(traceId, 0);
  }

  /** How many connections spoke HTTP/2. */
  public int http2Connections() {
    return http2Connections.get();
  }

  /** How many HTTP/2 requests arrived in all. */
  public int http2Requests() {
    return posts.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public void close() {
    server.close().awaitUninterruptibly();
    connections.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private final class Negotiation extends ApplicationProtocolNegotiationHandler {
    Negotiation() {
      super(ApplicationProtocolNames.HTTP_1_1);
    }

    @Override
    protected void configurePipeline(ChannelHandlerContext ctx, String protocol) {
      if (!protocol.equals(ApplicationProtocolNames.HTTP_2)) {
        ctx.pipeline().addLast(new ByteRelay(service));
      } else if (fault.equals(Optional.of(StreamFault.CLOSED_BEFORE_SETTINGS))) {
        ctx.close();
      } else if (!fault.equals(Optional.of(StreamFault.NO_SETTINGS))) {
        http2Connections.incrementAndGet();
        ctx.pipeline()
            .addLast(
                Http2FrameCodecBuilder.forServer().encoderIgnoreMaxHeaderListSize(true).build(),
                new Http2MultiplexHandler(new Stream()));
      }
    }

    /** A client that goes away in the handshake is no news. */
    @Override
    protected void handshakeFailure(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }

  private final class Stream extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel stream) {
      stream.pipeline().addLast(new Counter());
      fault.ifPresent(injected -> stream.pipeline().addLast(new StreamFaults(injected)));
      stream
          .pipeline()
          .addLast(
              new Http2StreamFrameToHttpObjectCodec(true),
              new HttpObjectAggregator(MAX_BODY_BYTES),
              new StreamRelay(service));
    }
  }

  private final class Counter extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (message instanceof Http2HeadersFrame head) {
        posts.merge(String.valueOf(head.headers().get("x-trace-id")), 1, Integer::sum);
      }
      ctx.fireChannelRead(message);
    }
  }
}
