package chatload.bench;

import chatload.run.Scenario;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The same chats with Netty alone, which looks for two words in every chunk and does nothing else:
 * the floor below which no client on Netty can come.
 */
final class BareClient {

  private static final ByteBuf TOKEN = ascii("event: token");
  private static final ByteBuf DONE = ascii("event: done");

  private static final String BODY = "{\"threadId\":\"bench\",\"message\":\"bench\"}";

  private final BenchArguments arguments = BenchArguments.fromSystem();
  private final Queue<Timed> times = new ConcurrentLinkedQueue<>();
  private final CountDownLatch users = new CountDownLatch(arguments.users());
  private final Bootstrap bootstrap;

  private BareClient(EventLoopGroup loops) {
    bootstrap =
        new Bootstrap()
            .group(loops)
            .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class);
  }

  public static void main(String[] args) throws Exception {
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    BareClient client = new BareClient(loops);
    client.run(loops);
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    Timed.write(Path.of(client.arguments.times()), client.times);
    System.exit(0);
  }

  private void run(EventLoopGroup loops) throws InterruptedException {
    for (int i = 0; i < arguments.users(); i++) {
      EventLoop loop = loops.next();
      long arrival = Scenario.RAMP.toNanos() * i / arguments.users();
      int chats = arguments.chats() / arguments.users();
      loop.schedule(() -> chat(loop, chats), arrival, TimeUnit.NANOSECONDS);
    }
    users.await();
  }

  private void chat(EventLoop loop, int left) {
    if (left == 0) {
      users.countDown();
      return;
    }
    Chat chat = new Chat(() -> chat(loop, left - 1));
    bootstrap
        .clone(loop)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new HttpClientCodec(), chat);
              }
            })
        .connect(arguments.url().getHost(), arguments.url().getPort());
  }

  private static ByteBuf ascii(String text) {
    return Unpooled.unreleasableBuffer(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  private final class Chat extends SimpleChannelInboundHandler<HttpObject> {
    private final Runnable next;
    private final String traceId = UUID.randomUUID().toString();
    private final long start = System.nanoTime();
    private long firstToken;

    Chat(Runnable next) {
      this.next = next;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      ByteBuf body = Unpooled.copiedBuffer(BODY, StandardCharsets.US_ASCII);
      var request =
          new DefaultFullHttpRequest(
              HttpVersion.HTTP_1_1, HttpMethod.POST, arguments.url().getPath(), body);
      request
          .headers()
          .set("host", arguments.url().getAuthority())
          .set("connection", "close")
          .set("content-type", "application/json")
          .set("content-length", BODY.length())
          .set("x-trace-id", traceId)
          .set("authorization", "Bearer " + arguments.token());
      ctx.writeAndFlush(request);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpObject message) {
      if (message instanceof HttpContent content) {
        long now = System.nanoTime();
        if (firstToken == 0 && ByteBufUtil.indexOf(TOKEN, content.content()) >= 0) {
          firstToken = now;
        }
        if (ByteBufUtil.indexOf(DONE, content.content()) >= 0) {
          times.add(Timed.ofNanos(traceId, start, firstToken, now));
          ctx.close();
        }
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      next.run();
    }
  }
}
