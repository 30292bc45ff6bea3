package chatload.service;

import chatload.protocol.EmbeddedProof;
import chatload.service.journal.Journal;
import chatload.service.journal.JournalFile;
import chatload.tool.UserError;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The embedded chat service: behaves as the real one does, only on 127.0.0.1, with replies, delays
 * and faults that are known in advance. Every response carries {@code server: } {@link
 * EmbeddedProof#SERVER}, so that it can't be mistaken for a real service.
 */
public final class EmbeddedTarget implements AutoCloseable {

  private static final int MAX_THREADS = 4;
  private static final int BACKLOG = 4096;
  private static final int MAX_HEADER_BYTES = 32 * 1024;
  private static final long CLOSE_SECONDS = 5;

  private final String path;
  private final Journal journal;
  private final Optional<JournalFile> journalFile;
  private final EventLoopGroup loops;
  private final ChannelGroup connections;
  private final Channel server;

  private EmbeddedTarget(
      String path,
      Journal journal,
      Optional<JournalFile> journalFile,
      EventLoopGroup loops,
      ChannelGroup connections,
      Channel server) {
    this.path = path;
    this.journal = journal;
    this.journalFile = journalFile;
    this.loops = loops;
    this.connections = connections;
    this.server = server;
  }

  /**
   * Starts the service; it accepts connections when this returns.
   *
   * @throws UserError with exit code 3 when the port is taken or the journal can't be written
   */
  public static EmbeddedTarget start(TargetConfig config) {
    Optional<JournalFile> journalFile = config.journalFile().map(JournalFile::open);
    Journal journal = new Journal(journalFile);
    ChatService service = new ChatService(config, journal);
    boolean epoll = Epoll.isAvailable();
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()),
            new DefaultThreadFactory("chatload-target", true),
            epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    ChannelGroup connections = new DefaultChannelGroup(loops.next(), true);
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    connections.add(channel);
                    channel
                        .pipeline()
                        .addLast(
                            new HttpRequestDecoder(
                                new HttpDecoderConfig().setMaxHeaderSize(MAX_HEADER_BYTES)),
                            new RequestAggregator(),
                            new Connection(service));
                  }
                })
            .bind(new InetSocketAddress(loopback(), config.port()))
            .awaitUninterruptibly();
    EmbeddedTarget target =
        new EmbeddedTarget(
            config.wire().path(), journal, journalFile, loops, connections, bound.channel());
    if (!bound.isSuccess()) {
      target.close();
      throw UserError.input(
          "can't listen on 127.0.0.1:" + config.port() + ": " + bound.cause().getMessage(),
          "Stop what uses the port, or choose another one (0 for any free one).");
    }
    return target;
  }

  /** {@code http://127.0.0.1:PORT/api/chat}, or where services of the protocol take chats. */
  public URI chatUrl() {
    int port = ((InetSocketAddress) server.localAddress()).getPort();
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** What was asked and sent so far; can still be read after {@link #close}. */
  public Journal journal() {
    return journal;
  }

  /** Closes the port, all connections and all threads, in a few seconds at most; idempotent. */
  @Override
  public void close() {
    server.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    connections.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    loops
        .shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    journalFile.ifPresent(JournalFile::close);
  }

  /** Not {@code localhost}, which may be ::1. */
  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
