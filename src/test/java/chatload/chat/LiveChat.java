package chatload.chat;

import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading;
import chatload.protocol.ChatReading.Step;
import chatload.protocol.EmbeddedProof;
import chatload.protocol.SseParser;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.target.EmbeddedTarget;
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
import io.netty.util.concurrent.ScheduledFuture;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
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

  static {
    // Loading a class takes a file; when a chat fails because there is none left, it is too late.
    Trouble first = Trouble.own(new SocketException("Too many open files"), false);
    new ChatFailure(first.outcome(), first.cause(), null);
    Trouble.of(new SocketException("Connection reset"), true, false);
  }

  private final ChatPlan plan;
  private final RunIds ids;
  private final ChatReading reading;
  private final SseParser parser;
  private final ChatTimes times = new ChatTimes();
  private final ConnectionSeen connection = new ConnectionSeen();

  private HttpListener gatling;
  private EventLoop eventLoop;
  private Channel channel;
  private ScheduledFuture<?> deadline;

  private int posts;
  private int pieces;
  private HttpResponseStatus status;
  private HttpHeaders head;
  private Throwable problem;
  private ErrorResponse errorResponse;
  private Boolean traceEchoed;
  private boolean embeddedTarget;
  private boolean responseEnded;
  private boolean lookedAgain;
  private boolean gatlingKnows;
  private boolean ownTrouble;

  LiveChat(ChatPlan plan) {
    this(plan, RunIds.NONE);
  }

  /**
   * @param ids of the run, to notice what belongs to another chat
   */
  LiveChat(ChatPlan plan, RunIds ids) {
    this.plan = plan;
    this.ids = ids;
    this.reading = new ChatReading(ChatProtocol.EYWA, plan.fallbackReplies(), plan::redact);
    this.parser = new SseParser(this::onEvent);
  }

  /** Called in the instant before the request is handed to the client. */
  void start(HttpListener listener, EventLoop loop, LoopWatch loopWatch) {
    gatling = listener;
    eventLoop = loop;
    deadline = later(this::onDeadline, plan.timeLimit());
    times.start(loopWatch);
  }

  @Override
  public void onSend() {
    gatling.onSend();
  }

  @Override
  public void onFinalClientRequest(Request request) {
    connection.request(request);
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
    try {
      connection.connected(newChannel);
      SilentBytes.limit(channel.pipeline(), this);
      InterimResponses.passOver(channel.pipeline());
      Http2Watch.install(channel.pipeline(), this);
      times.write();
      gatling.onWrite(newChannel);
    } catch (Throwable e) {
      onBroken(e);
      throw e;
    }
  }

  @Override
  public void onHttpResponse(HttpResponseStatus responseStatus, HttpHeaders headers) {
    pieces++;
    try {
      onHead(responseStatus, headers);
    } catch (Throwable e) {
      onBroken(e);
    }
  }

  private void onHead(HttpResponseStatus responseStatus, HttpHeaders headers) {
    if (isOver() || status != null) {
      return;
    }
    status = responseStatus;
    connection.response(headers);
    head = headers;
    traceEchoed = plan.traceId().equals(headers.get(Requests.TRACE_ID));
    embeddedTarget = EmbeddedTarget.SERVER_HEADER.equals(headers.get(HttpHeaderNames.SERVER));
    errorResponse = ErrorResponse.of(responseStatus, headers).orElse(null);
    if (errorResponse == null) {
      if (ids.isAnothers(headers.get(Requests.TRACE_ID), plan)) {
        fail(Outcome.CROSS_TALK, Cause.SERVICE, "the trace id of another chat came back");
        return;
      }
      gatling.onHttpResponse(HttpResponseStatus.OK, eventStreamHeaders());
    } else {
      later(this::failWithErrorResponse, ERROR_BODY_WAIT);
    }
  }

  private static HttpHeaders eventStreamHeaders() {
    return new DefaultHttpHeaders().set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream");
  }

  @Override
  public void onHttpResponseBodyChunk(ByteBuf chunk, boolean last) {
    pieces++;
    try {
      onBody(chunk, last);
    } catch (Throwable e) {
      onBroken(e);
    }
  }

  private void onBody(ByteBuf chunk, boolean last) {
    if (responseEnded || hasFailed()) {
      return;
    }
    times.arrival();
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
      soon(this::closeChannel);
      if (reading.endedCleanly()) {
        times.end(times.now());
        tellGatlingOfFailure();
      }
    }
  }

  private void onEvent(String name, String data) {
    embeddedTarget |= name.equals("meta") && isFromEmbeddedTarget(data);
    Step step = reading.event(name, data, times.now());
    if (step != Step.FAILED && data != null && data.indexOf('-') >= 0) {
      step = crossTalk(ids.anothersIn(data, plan), step);
    }
    if (step == Step.TERMINAL) {
      step = crossTalk(ids.anothersIn(reading.reply(), plan), step);
    }
    switch (step) {
      case FIRST_TOKEN -> {
        times.firstToken();
        handOn(ChatExchange.FIRST_TOKEN_EVENT);
      }
      // Later, so that what follows in the same read can still fail the chat.
      case TERMINAL -> {
        times.terminal();
        soon(this::onTerminal);
      }
      case FAILED -> {
        times.end(times.now());
        times.terminal();
        soon(this::tellGatlingOfFailure);
      }
      case TOKEN, NOTHING -> {}
    }
  }

  private boolean isFromEmbeddedTarget(String said) {
    return said != null && EmbeddedProof.isIn(said, plan.traceId());
  }

  /** No id has fewer hyphens than one, so most tokens are not even looked through. */
  private Step crossTalk(String anothers, Step otherwise) {
    return anothers == null || reading.hasFailed()
        ? otherwise
        : reading.fail(Outcome.CROSS_TALK, Cause.SERVICE, anothers + " of another chat came back");
  }

  private void onTerminal() {
    if (hasFailed()) {
      return;
    }
    long limit = plan.timeLimit().toNanos();
    if (reading.terminalNanos() > limit) {
      boolean own = reading.terminalNanos() - times.ownTotal() <= limit;
      fail(
          Outcome.TOTAL_TIMEOUT,
          own ? Cause.GENERATOR : Cause.SERVICE,
          "terminal event after the time limit" + (own ? ", for the generator was late" : ""));
      return;
    }
    times.end(reading.terminalNanos());
    deadline.cancel(false);
    if (!responseEnded) {
      later(this::onGraceOver, GRACE);
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
      guarded(() -> onProblem(problem));
    } else {
      soon(() -> onProblem(problem));
    }
  }

  private void onProblem(Throwable problem) {
    if (isOver() || hasFailed()) {
      return;
    }
    this.problem = problem;
    if (reading.hasTerminal()) {
      // Everything that the user waits for has arrived; how the connection ends is no matter.
      end();
      closeChannel();
      return;
    }
    Trouble trouble = Trouble.of(problem, posts > 0, status != null);
    ownTrouble = trouble.isOwn();
    if (errorResponse != null && !ownTrouble && trouble.outcome() == Outcome.STREAM_CUT) {
      failWithErrorResponse();
    } else {
      fail(trouble.outcome(), trouble.cause(), trouble.words());
    }
  }

  /** The client could not even begin. Safe to call from Gatling's own actions. */
  void onRefused(Throwable problem) {
    soon(() -> onBroken(problem));
  }

  /**
   * One of the methods here has died, whatever it was about to do. Its user must not wait for ever,
   * and the service is not to blame.
   */
  private void onBroken(Throwable problem) {
    ownTrouble = true;
    this.problem = problem;
    if (gatlingKnows) {
      return;
    }
    Trouble trouble = Trouble.own(problem, status != null);
    fail(trouble.outcome(), trouble.cause(), trouble.words());
  }

  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (Throwable e) {
      onBroken(e);
    }
  }

  private void soon(Runnable step) {
    eventLoop.execute(() -> guarded(step));
  }

  private ScheduledFuture<?> later(Runnable step, Duration delay) {
    return eventLoop.schedule(() -> guarded(step), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void onDeadline() {
    if (isOver() || hasFailed()) {
      return;
    }
    if (times.isLate() && !lookedAgain) {
      // What the user waits for may lie unread in the socket.
      lookedAgain = true;
      deadline = later(this::onDeadline, LoopWatch.TICK);
      return;
    }
    if (errorResponse != null) {
      failWithErrorResponse();
      return;
    }
    if (reading.failIfOtherProtocol()) {
      times.end(times.sinceStart());
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
      embeddedTarget |= isFromEmbeddedTarget(errorResponse.body());
      fail(errorResponse.outcome(), errorResponse.cause(), errorResponse.words());
    }
  }

  private void fail(Outcome outcome, Cause cause, String error) {
    reading.fail(outcome, cause, error);
    if (times.end() < 0) {
      times.end(times.sinceStart());
    }
    tellGatlingOfFailure();
  }

  private void tellGatlingOfFailure() {
    end();
    deadline.cancel(false);
    gatlingKnows = true;
    gatling.onThrowable(new ChatFailure(reading.outcome(), reading.cause(), status()));
    closeChannel();
  }

  /** Nothing of the response is waited for any more. */
  private void end() {
    if (!responseEnded) {
      responseEnded = true;
      times.close();
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
      times.neverStarted();
      responseEnded = true;
    }
  }

  /** Whether everything about the chat is known and its record can be written. */
  boolean isOver() {
    return responseEnded && (hasFailed() || reading.hasTerminal());
  }

  /** What was in force on its connection. */
  ConnectionSeen connection() {
    return connection;
  }

  /** The head of the response; null if none arrived. */
  HttpHeaders head() {
    return head;
  }

  /** The beginning of the body of a response that is no event stream; else empty. */
  String errorBody() {
    return errorResponse == null ? "" : errorResponse.body();
  }

  /** What the client said of why there is no response, or no more of it; null if nothing. */
  Throwable problem() {
    return problem;
  }

  ChatPlan plan() {
    return plan;
  }

  ChatReading reading() {
    return reading;
  }

  ChatTimes times() {
    return times;
  }

  /** Whether something went wrong in this machine or this program. */
  boolean hadOwnTrouble() {
    return ownTrouble;
  }

  /** How often the client handed on something of the response. */
  int pieces() {
    return pieces;
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
