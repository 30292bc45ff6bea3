package chatload.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/** Does a {@link StreamFault} to one stream, between its frames. */
final class StreamFaults extends ChannelDuplexHandler {

  private static final int HEADERS = 1;
  private static final int GOAWAY = 7;
  private static final int CONTINUATION = 9;
  private static final int END_STREAM = 1;

  private final StreamFault fault;
  private int dataFrames;

  StreamFaults(StreamFault fault) {
    this.fault = fault;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (fault.when() != StreamFault.When.AT_ONCE) {
      ctx.fireChannelRead(message);
      return;
    }
    ReferenceCountUtil.release(message);
    if (message instanceof Http2HeadersFrame) {
      inject(ctx);
    }
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    boolean data = message instanceof Http2DataFrame;
    boolean last = data && ((Http2DataFrame) message).isEndStream();
    if (last && fault.when() == StreamFault.When.AT_THE_END) {
      ReferenceCountUtil.release(message);
      inject(ctx);
      return;
    }
    ctx.write(message, promise);
    // meta is the first
    if (data && ++dataFrames == 2 && fault.when() == StreamFault.When.IN_MID_STREAM) {
      ctx.flush();
      inject(ctx);
    }
  }

  private void inject(ChannelHandlerContext ctx) {
    Channel connection = ctx.channel().parent();
    switch (fault) {
      case REFUSED_STREAM, RESET_BEFORE_RESPONSE, CANCELLED, RESET_WITHOUT_ERROR ->
          ctx.writeAndFlush(new DefaultHttp2ResetFrame(fault.error()));
      case GOAWAY_BEFORE_RESPONSE, GOAWAY_DROPS_STREAM -> goAway(connection, 0);
      case GOAWAY_KEEPS_STREAM -> goAway(connection, Integer.MAX_VALUE);
      case CONNECTION_CUT -> connection.pipeline().context(Http2FrameCodec.class).close();
      case END_WITH_HEADERS ->
          ctx.writeAndFlush(
              new DefaultHttp2HeadersFrame(
                  new DefaultHttp2Headers().status("200").set("content-type", "text/event-stream"),
                  true));
      case TRAILERS ->
          ctx.writeAndFlush(
              new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().set("x-checksum", "1"), true));
      case ENDLESS_TRAILERS -> trailers(ctx, connection);
      case NO_SETTINGS, CLOSED_BEFORE_SETTINGS ->
          throw new IllegalStateException(fault + " leaves no stream");
    }
  }

  /** A HEADERS frame that ends the stream, and CONTINUATION after CONTINUATION, none the last. */
  private static void trailers(ChannelHandlerContext stream, Channel connection) {
    int id = ((Http2StreamChannel) stream.channel()).stream().id();
    ChannelHandlerContext codec = connection.pipeline().context(Http2FrameCodec.class);
    codec.writeAndFlush(frame(connection, HEADERS, END_STREAM, id));
    more(codec, connection, id);
  }

  private static void more(ChannelHandlerContext codec, Channel connection, int id) {
    codec
        .writeAndFlush(frame(connection, CONTINUATION, 0, id))
        .addListener(
            written -> {
              if (written.isSuccess()) {
                codec.executor().schedule(() -> more(codec, connection, id), 1, MILLISECONDS);
              }
            });
  }

  /** Header fields that are the same again and again, without Huffman coding or a table. */
  private static ByteBuf frame(Channel connection, int type, int flags, int stream) {
    byte[] field = "\0\006x-more\001a".getBytes(StandardCharsets.US_ASCII);
    int fields = 16_000 / field.length;
    ByteBuf frame = connection.alloc().buffer();
    frame.writeMedium(fields * field.length).writeByte(type).writeByte(flags).writeInt(stream);
    for (int i = 0; i < fields; i++) {
      frame.writeBytes(field);
    }
    return frame;
  }

  /** Netty's codec would not leave out a stream that it knows (RFC 9113, section 6.8). */
  private void goAway(Channel connection, int lastStream) {
    ByteBuf frame = connection.alloc().buffer();
    frame.writeMedium(8).writeByte(GOAWAY).writeByte(0).writeInt(0);
    frame.writeInt(lastStream).writeInt((int) fault.error().code());
    connection.pipeline().context(Http2FrameCodec.class).writeAndFlush(frame);
  }
}
