package chatload.load.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Exception.ShutdownHint;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Tells a chat when its HTTP/2 stream is over. Gatling's client says nothing when the service
 * resets the stream, when the connection is lost, or when a body can't be decompressed.
 */
final class Http2Watch extends Http2FrameListenerDecorator {

  /** As browsers do; Gatling's client would refuse a response with more than 8 KiB of headers. */
  private static final int MAX_HEADER_BYTES = 256 * 1024;

  private final Consumer<Throwable> over;
  private final Http2Connection connection;
  private String why = "the connection was lost";

  private Http2Watch(Http2ConnectionHandler handler, Consumer<Throwable> over) {
    super(handler.decoder().frameListener());
    this.over = over;
    this.connection = handler.connection();
    handler.decoder().frameListener(this);
    connection.addListener(
        new Http2ConnectionAdapter() {
          @Override
          public void onStreamClosed(Http2Stream stream) {
            over.accept(new IOException(why));
          }

          @Override
          public void onGoAwaySent(int lastStream, long code, ByteBuf debug) {
            if (code != Http2Error.NO_ERROR.code()) {
              over.accept(refused(code, debug));
            }
          }
        });
  }

  /**
   * Where the pipeline speaks HTTP/2; nothing was written on it yet.
   *
   * @param over is told why the stream is over
   */
  static void install(ChannelPipeline pipeline, Consumer<Throwable> over) {
    ChannelHandlerContext http2 = pipeline.context(Http2ConnectionHandler.class);
    if (http2 != null) {
      Http2ConnectionHandler handler = (Http2ConnectionHandler) http2.handler();
      new Http2Watch(handler, over);
      Http2Settings settings = new Http2Settings().maxHeaderListSize(MAX_HEADER_BYTES);
      handler.encoder().writeSettings(http2, settings, http2.newPromise());
    }
  }

  /** What this client could not accept of the service. */
  private static Http2Exception refused(long code, ByteBuf why) {
    return new Http2Exception(
        Http2Error.valueOf(code), why.toString(StandardCharsets.UTF_8), ShutdownHint.HARD_SHUTDOWN);
  }

  @Override
  public int onDataRead(
      ChannelHandlerContext ctx, int stream, ByteBuf data, int padding, boolean end)
      throws Http2Exception {
    try {
      return super.onDataRead(ctx, stream, data, padding, end);
    } catch (Http2Exception e) {
      over.accept(e);
      throw e;
    }
  }

  @Override
  public void onRstStreamRead(ChannelHandlerContext ctx, int stream, long code)
      throws Http2Exception {
    why = "RST_STREAM " + Http2Error.valueOf(code);
    super.onRstStreamRead(ctx, stream, code);
  }

  @Override
  public void onGoAwayRead(ChannelHandlerContext ctx, int lastStream, long code, ByteBuf debug)
      throws Http2Exception {
    why = "GOAWAY " + Http2Error.valueOf(code);
    if (lastStream < connection.local().lastStreamCreated()) {
      over.accept(new IOException(why));
    }
    super.onGoAwayRead(ctx, lastStream, code, debug);
  }
}
