package chatload.load.exchange;

import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Stands between Gatling's HTTP client and Gatling's SSE engine: it sees every byte first and gives
 * it to the chat, and hands on what the checks of the simulation ask about, the first token and the
 * terminal event, or the failure. So Gatling never reconnects a stream that was cut, never waits
 * for a response that does not come, and never sees bytes that it could choke on.
 *
 * <p>All methods run on the event loop of the chat's virtual user, except the constructor and
 * {@link #soon}.
 */
public final class ChatListener implements HttpListener, ChatPort {

  /** Name of the event that is handed on for the first token. */
  public static final String FIRST_TOKEN = "first-token";

  /** Name of the event that is handed on for the terminal event. */
  public static final String TERMINAL = "terminal";

  private final ChatCourse chat;
  private final HttpListener gatling;
  private final EventLoop eventLoop;
  private Channel channel;

  /** How often the client handed on something of the response. */
  private int pieces;

  /**
   * @param gatling what is handed on to
   */
  public ChatListener(ChatCourse chat, HttpListener gatling, EventLoop eventLoop) {
    this.chat = chat;
    this.gatling = gatling;
    this.eventLoop = eventLoop;
  }

  @Override
  public void onSend() {
    gatling.onSend();
  }

  @Override
  public void onFinalClientRequest(Request request) {
    chat.connection().request(request);
    gatling.onFinalClientRequest(request);
  }

  /** A request is about to be written; a second one for the same chat is refused. */
  @Override
  public void onWrite(Channel newChannel) {
    chat.write();
    channel = newChannel;
    try {
      chat.connection().connected(newChannel);
      CompressedBody.watch(channel.pipeline());
      SilentBytes.limit(channel.pipeline(), () -> pieces);
      InterimResponses.passOver(channel.pipeline());
      Http2Watch.install(channel.pipeline(), this::onThrowable);
      gatling.onWrite(newChannel);
    } catch (Throwable e) {
      chat.broken(e);
      throw e;
    }
  }

  @Override
  public void onHttpResponse(HttpResponseStatus status, HttpHeaders headers) {
    pieces++;
    chat.head(status, headers);
  }

  @Override
  public void onHttpResponseBodyChunk(ByteBuf chunk, boolean last) {
    pieces++;
    chat.chunk(chunk, last);
  }

  /**
   * Before the request is written, this may be called while Gatling still sends it, as for an
   * unknown host; its SSE engine would miss a failure that it is told of then, and wait for ever.
   */
  @Override
  public void onThrowable(Throwable problem) {
    if (channel != null) {
      chat.problem(problem);
    } else {
      soon(() -> chat.problem(problem));
    }
  }

  @Override
  public void soon(Runnable step) {
    eventLoop.execute(step);
  }

  @Override
  public Future<?> later(Runnable step, Duration delay) {
    return eventLoop.schedule(step, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void answered() {
    HttpHeaders eventStream =
        new DefaultHttpHeaders().set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream");
    gatling.onHttpResponse(HttpResponseStatus.OK, eventStream);
  }

  @Override
  public void firstToken() {
    handOn(FIRST_TOKEN);
  }

  @Override
  public void terminal() {
    handOn(TERMINAL);
  }

  /**
   * Gives Gatling's SSE engine one event that its checks ask about. It is always the same, whatever
   * the service sent: what that means has been decided by then.
   */
  private void handOn(String event) {
    byte[] bytes = ("event: " + event + "\ndata: {}\n\n").getBytes(StandardCharsets.US_ASCII);
    gatling.onHttpResponseBodyChunk(Unpooled.wrappedBuffer(bytes), false);
  }

  @Override
  public void failed(ChatFailure failure) {
    gatling.onThrowable(failure);
  }

  /** At once: on HTTP/2, closing the channel as a whole would wait for a stream that is open. */
  @Override
  public void closeConnection() {
    if (channel != null) {
      ChannelHandlerContext http2 = channel.pipeline().context(Http2ConnectionHandler.class);
      if (http2 == null) {
        channel.close();
      } else {
        http2.close();
      }
    }
  }
}
