package chatload.chat;

import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading;
import chatload.protocol.SseParser;
import chatload.run.Cause;
import chatload.run.Outcome;
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
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One chat while it runs. It stands between Gatling's HTTP client and Gatling's SSE engine: it sees
 * every byte first and takes the times, and hands on what the checks of the simulation ask about,
 * the first token and the terminal event, or the failure. So Gatling never reconnects a stream that
 * was cut, never waits for a response that does not come, and never sees bytes that it could choke
 * on.
 *
 * <p>All methods run on the event loop of the chat's virtual user, except the constructor.
 */
final class LiveChat implements HttpListener {

  /** How long the response may stay open after the terminal event. */
  private static final Duration GRACE = Duration.ofMillis(250);

  /** How long to wait for the body of an error response. */
  private static final Duration ERROR_BODY_WAIT = Duration.ofSeconds(1);

  private final ChatPlan plan;
  private final ChatReading reading;
  private final SseParser parser;
  private final long madeNanos = System.nanoTime();

  private HttpListener gatling;
  private EventLoop eventLoop;
  private LoopWatch watch;
  private Channel channel;
  private ScheduledFuture<?> deadline;

  private long startNanos;
  private long startedAtMillis;
  private long endNanos = -1;
  private long closedNanos = -1;
  private int posts;
  private HttpResponseStatus status;
  private ErrorResponse errorResponse;
  private Boolean traceEchoed;
  private boolean embeddedTarget;
  private boolean responseEnded;
  private long nowNanos;

  private boolean lookedAgain;
  private long stalledAtStart;
  private long ownConnectNanos;
  private long ownFirstTokenNanos;
  private long ownTotalNanos;

  LiveChat(ChatPlan plan) {
    this.plan = plan;
    this.reading = new ChatReading(ChatProtocol.EYWA, plan.fallbackReplies(), plan::redact);
    this.parser = new SseParser(this::onEvent);
  }

  /** Called in the instant before the request is handed to the client. */
  void start(HttpListener listener, EventLoop loop, LoopWatch loopWatch) {
    gatling = listener;
    eventLoop = loop;
    watch = loopWatch;
    deadline = loop.schedule(this::onDeadline, plan.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
    startedAtMillis = System.currentTimeMillis();
    startNanos = System.nanoTime();
    stalledAtStart = watch.stalledNanos(startNanos);
  }

  @Override
  public void onSend() {
    gatling.onSend();
  }

  @Override
  public void onFinalClientRequest(Request request) {
    gatling.onFinalClientRequest(request);
  }

  /** A request is about to be written; a second one for the same chat is refused. */
  @Override
  public void onWrite(Channel newChannel) {
    if (isOver() || posts > 0) {
      throw new IllegalStateException("refused to write a request for a chat that is over");
    }
    posts++;
    channel = newChannel;
    HeadLimit.install(channel.pipeline(), this);
    InterimResponses.passOver(channel.pipeline());
    Http2Watch.install(channel.pipeline(), this);
    ownConnectNanos = watch.stalledNanos(System.nanoTime()) - stalledAtStart;
    gatling.onWrite(newChannel);
  }

  @Override
  public void onHttpResponse(HttpResponseStatus responseStatus, HttpHeaders headers) {
    if (isOver() || status != null) {
      return;
    }
    status = responseStatus;
    traceEchoed = plan.traceId().equals(headers.get(ChatRequest.TRACE_ID));
    embeddedTarget = ChatRequest.isEmbeddedTarget(headers);
    errorResponse = ErrorResponse.of(responseStatus, headers).orElse(null);
    if (errorResponse == null) {
      gatling.onHttpResponse(HttpResponseStatus.OK, eventStreamHeaders());
    } else {
      eventLoop.schedule(
          this::failWithErrorResponse, ERROR_BODY_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static HttpHeaders eventStreamHeaders() {
    return new DefaultHttpHeaders().set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream");
  }

  @Override
  public void onHttpResponseBodyChunk(ByteBuf chunk, boolean last) {
    if (responseEnded || hasFailed()) {
      return;
    }
    nowNanos = sinceStart();
    if (errorResponse != null) {
      boolean enough = errorResponse.add(chunk);
      if (last || enough) {
        failWithErrorResponse();
      }
      return;
    }
    try {
      parser.feed(chunk.nioBuffer());
    } catch (SseParser.EventTooLong e) {
      fail(Outcome.MALFORMED, Cause.PROTOCOL, e.getMessage());
    }
    if (last && !hasFailed()) {
      end();
      eventLoop.execute(this::closeChannel);
      if (reading.endedCleanly()) {
        endNanos = nowNanos;
        tellGatlingOfFailure();
      }
    }
  }

  private void onEvent(String name, String data) {
    switch (reading.event(name, data, nowNanos)) {
      case FIRST_TOKEN -> {
        ownFirstTokenNanos = ownShare();
        handOn(ChatExchange.FIRST_TOKEN_EVENT);
      }
      // Later, so that what follows in the same read can still fail the chat.
      case TERMINAL -> {
        ownTotalNanos = ownShare();
        eventLoop.execute(this::onTerminal);
      }
      case FAILED -> {
        endNanos = nowNanos;
        ownTotalNanos = ownShare();
        eventLoop.execute(this::tellGatlingOfFailure);
      }
      case TOKEN, NOTHING -> {}
    }
  }

  private void onTerminal() {
    if (hasFailed()) {
      return;
    }
    if (reading.terminalNanos() > plan.timeLimit().toNanos()) {
      boolean own = reading.terminalNanos() - ownTotalNanos <= plan.timeLimit().toNanos();
      fail(
          Outcome.TOTAL_TIMEOUT,
          own ? Cause.GENERATOR : Cause.SERVICE,
          "terminal event after the time limit" + (own ? ", for the generator was late" : ""));
      return;
    }
    endNanos = reading.terminalNanos();
    deadline.cancel(false);
    if (!responseEnded) {
      eventLoop.schedule(this::onGraceOver, GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }
    handOn(ChatExchange.TERMINAL_EVENT);
  }

  private void onGraceOver() {
    if (!responseEnded) {
      end();
      closeChannel();
    }
  }

  /**
   * Gives Gatling's SSE engine one event that its checks ask about. It is always the same, whatever
   * the service sent: what that means has been decided here.
   */
  private void handOn(String event) {
    byte[] bytes = ("event: " + event + "\ndata: {}\n\n").getBytes(StandardCharsets.US_ASCII);
    gatling.onHttpResponseBodyChunk(Unpooled.wrappedBuffer(bytes), false);
  }

  /**
   * Before the request is written, this may be called while Gatling still sends it, as for an
   * unknown host; its SSE engine would miss a failure that it is told of then, and wait for ever.
   */
  @Override
  public void onThrowable(Throwable problem) {
    if (posts > 0) {
      onProblem(problem);
    } else {
      eventLoop.execute(() -> onProblem(problem));
    }
  }

  private void onProblem(Throwable problem) {
    if (isOver() || hasFailed()) {
      return;
    }
    if (reading.hasTerminal()) {
      // Everything that the user waits for has arrived; how the connection ends is no matter.
      end();
      return;
    }
    if (problem instanceof NullPointerException || problem instanceof IllegalStateException) {
      fail(Outcome.MALFORMED, Cause.GENERATOR, "the generator failed: " + describe(problem));
    } else if (posts > 0 && !(root(problem) instanceof IOException)) {
      fail(Outcome.MALFORMED, Cause.PROTOCOL, "not HTTP: " + describe(problem));
    } else if (status == null) {
      fail(Outcome.CONNECT_ERROR, connectCause(problem), "no response: " + describe(problem));
    } else if (errorResponse != null) {
      failWithErrorResponse();
    } else {
      fail(Outcome.STREAM_CUT, Cause.NETWORK, "connection lost: " + describe(problem));
    }
  }

  /** A certificate that nobody should trust, or none at all, is not the network's fault. */
  private static Cause connectCause(Throwable problem) {
    Throwable root = root(problem);
    return root instanceof GeneralSecurityException || root instanceof NotSslRecordException
        ? Cause.SERVICE
        : Cause.NETWORK;
  }

  private static Throwable root(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  private static String describe(Throwable problem) {
    Throwable root = root(problem);
    String message = root.getMessage();
    return root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  private void onDeadline() {
    if (isOver() || hasFailed()) {
      return;
    }
    if (watch.lagNanos(System.nanoTime()) > 0 && !lookedAgain) {
      // What the user waits for may lie unread in the socket.
      lookedAgain = true;
      deadline =
          eventLoop.schedule(this::onDeadline, LoopWatch.TICK.toMillis(), TimeUnit.MILLISECONDS);
      return;
    }
    if (errorResponse != null) {
      failWithErrorResponse();
      return;
    }
    if (reading.failIfOtherProtocol()) {
      endNanos = sinceStart();
      tellGatlingOfFailure();
      return;
    }
    String limit = " within " + plan.timeLimit().toMillis() + " ms";
    if (reading.hasToken()) {
      fail(Outcome.TOTAL_TIMEOUT, Cause.SERVICE, "no terminal event" + limit);
    } else if (status != null) {
      fail(Outcome.FIRST_TOKEN_TIMEOUT, Cause.MODEL, "no token" + limit);
    } else if (posts > 0) {
      fail(Outcome.FIRST_TOKEN_TIMEOUT, Cause.SERVICE, "no response" + limit);
    } else {
      fail(Outcome.CONNECT_ERROR, Cause.NETWORK, "no connection" + limit);
    }
  }

  private void failWithErrorResponse() {
    if (!hasFailed()) {
      fail(errorResponse.outcome(), errorResponse.cause(), errorResponse.words());
    }
  }

  private void fail(Outcome outcome, Cause cause, String error) {
    reading.fail(outcome, cause, error);
    if (endNanos < 0) {
      endNanos = sinceStart();
    }
    tellGatlingOfFailure();
  }

  private void tellGatlingOfFailure() {
    end();
    deadline.cancel(false);
    gatling.onThrowable(new ChatFailure(reading.outcome(), reading.cause(), status()));
    closeChannel();
  }

  /** Nothing of the response is waited for any more. */
  private void end() {
    if (!responseEnded) {
      responseEnded = true;
      closedNanos = sinceStart();
    }
  }

  /** At once: on HTTP/2, closing the channel as a whole would wait for a stream that is open. */
  private void closeChannel() {
    if (channel != null) {
      ChannelHandlerContext http2 = channel.pipeline().context(Http2ConnectionHandler.class);
      if (http2 == null) {
        channel.close();
      } else {
        http2.close();
      }
    }
  }

  /** The most that the generator itself can have added to the time from the start until now. */
  private long ownShare() {
    return Math.min(nowNanos, ownConnectNanos + watch.lagNanos(startNanos + nowNanos));
  }

  private long sinceStart() {
    return System.nanoTime() - startNanos;
  }

  boolean hasFailed() {
    return reading.hasFailed();
  }

  /** Whether the request was handed to the client and the outcome is still open. */
  boolean isRunning() {
    return gatling != null && !isOver();
  }

  boolean isOk() {
    return isOver() && !hasFailed();
  }

  /** Gives a chat that never started its outcome. */
  void settle() {
    if (gatling == null) {
      reading.fail(Outcome.NOT_SENT, Cause.GENERATOR, "Gatling could not send the request");
      startedAtMillis = System.currentTimeMillis();
      startNanos = System.nanoTime();
      endNanos = 0;
      closedNanos = 0;
      responseEnded = true;
    }
  }

  /** Whether everything about the chat is known and its record can be written. */
  boolean isOver() {
    return responseEnded && (hasFailed() || reading.hasTerminal());
  }

  ChatPlan plan() {
    return plan;
  }

  ChatReading reading() {
    return reading;
  }

  /** {@link System#nanoTime()} in the instant before the request was handed to the client. */
  long startNanos() {
    return startNanos;
  }

  /** Wall clock at the start, milliseconds since the epoch. */
  long startedAtMillis() {
    return startedAtMillis;
  }

  /** When the outcome was known, nanoseconds since the start. */
  long endNanos() {
    return endNanos;
  }

  /** When the response had ended or was waited for no longer, nanoseconds since the start. */
  long closedNanos() {
    return closedNanos;
  }

  /** From when its user was ready to send it until its start. */
  long dispatchNanos() {
    return startNanos - madeNanos;
  }

  /** The most that the generator itself can have added to the first token's time. */
  long ownFirstTokenNanos() {
    return ownFirstTokenNanos;
  }

  /** The most that the generator itself can have added to the total time. */
  long ownTotalNanos() {
    return ownTotalNanos;
  }

  int posts() {
    return posts;
  }

  /** Null if no response arrived. */
  Integer status() {
    return status == null ? null : status.code();
  }

  /** Null if no response arrived. */
  Boolean traceEchoed() {
    return traceEchoed;
  }

  /** Whether the response came from this project's own chat service. */
  boolean fromEmbeddedTarget() {
    return embeddedTarget;
  }
}
