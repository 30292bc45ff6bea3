package chatload.service;

import chatload.service.journal.Trace;
import chatload.service.reply.ConnectionEnd;
import chatload.service.reply.PlainResponse;
import chatload.service.reply.ReceivedRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.FullHttpRequest;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One client connection: answers its requests one after the other. */
final class Connection extends SimpleChannelInboundHandler<FullHttpRequest> {

  /** Requests that may wait for the reply before them; a client that sends more is cut off. */
  private static final int MAX_WAITING = 16;

  private static final long DRAIN_SECONDS = 1;

  private final ChatService service;
  private final Queue<ReceivedRequest> waiting = new ArrayDeque<>();
  private ScriptPlayer player;
  private Optional<Trace> unfinished = Optional.empty();
  private boolean refused;

  Connection(ChatService service) {
    this.service = service;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest message) {
    if (refused) {
      return;
    }
    if (message.decoderResult().isFailure()) {
      refuse(ctx, PlainResponse.error(400, "Not an HTTP request."));
      return;
    }
    ReceivedRequest request = ReceivedRequest.of(message);
    if (player == null) {
      answer(ctx, request);
    } else if (waiting.size() < MAX_WAITING) {
      waiting.add(request);
    } else {
      ctx.close();
    }
  }

  /**
   * Answers a request that can't be read to its end. What the client still sends is read and thrown
   * away for a while, because closing at once would reset the connection and lose the response.
   */
  private void refuse(ChannelHandlerContext ctx, PlainResponse response) {
    refused = true;
    if (player != null) {
      ctx.close();
      return;
    }
    byte[] bytes = response.encode(UUID.randomUUID().toString(), false);
    ctx.writeAndFlush(Unpooled.wrappedBuffer(bytes))
        .addListener(written -> ((DuplexChannel) ctx.channel()).shutdownOutput());
    ctx.executor().schedule(() -> ctx.close(), DRAIN_SECONDS, TimeUnit.SECONDS);
  }

  private void answer(ChannelHandlerContext ctx, ReceivedRequest request) {
    ChatService.Answer answer = service.answer(request);
    unfinished = answer.trace();
    player =
        new ScriptPlayer(
            ctx.channel(),
            answer,
            request.receivedNanos(),
            ending -> ended(ctx, ending, request.keepAlive()));
    player.run();
  }

  private void ended(ChannelHandlerContext ctx, ConnectionEnd ending, boolean keepAlive) {
    finish();
    switch (ending) {
      case COMPLETE -> {
        if (keepAlive) {
          next(ctx);
        } else {
          closeWhenWritten(ctx);
        }
      }
      case COMPLETE_THEN_CLOSE, FIN -> closeWhenWritten(ctx);
      case COMPLETE_THEN_STAY -> next(ctx);
      case RST -> {
        ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        ctx.close();
      }
      case NOTHING -> {
        // the player stays, so that nothing else is answered on this connection
      }
      case HEADERS, INTERIM, EXTENSION, COMMENTS, LINE, TOKENS ->
          flood(ctx, Unpooled.wrappedBuffer(ending.block(service.wire())));
    }
  }

  /** Writes the block every millisecond for as long as the client takes it. */
  private static void flood(ChannelHandlerContext ctx, ByteBuf block) {
    if (ctx.channel().isActive()) {
      if (ctx.channel().isWritable()) {
        ctx.writeAndFlush(block.retainedDuplicate());
      }
      ctx.executor().schedule(() -> flood(ctx, block), 1, TimeUnit.MILLISECONDS);
    }
  }

  /** Closing at once would throw away what the socket has not taken yet. */
  private static void closeWhenWritten(ChannelHandlerContext ctx) {
    ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }

  /** Not directly, so that many waiting requests don't nest. */
  private void next(ChannelHandlerContext ctx) {
    ReceivedRequest request = waiting.poll();
    if (request == null) {
      player = null;
    } else {
      ctx.executor().execute(() -> answer(ctx, request));
    }
  }

  private void finish() {
    unfinished.ifPresent(service::finished);
    unfinished = Optional.empty();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    waiting.clear();
    if (player != null) {
      player.stop();
      finish();
    }
    ctx.fireChannelInactive();
  }

  /** Whatever it is, the connection is of no more use; a client that went away is no news. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof TooLongFrameException) {
      refuse(ctx, PlainResponse.error(413, "The body is larger than 1 MiB."));
      return;
    }
    ctx.close();
    if (!(cause instanceof IOException)) {
      ctx.fireExceptionCaught(cause);
    }
  }
}
