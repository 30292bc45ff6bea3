package chatload.load.preflight;

import chatload.auth.Secret;
import chatload.load.client.TargetClient;
import chatload.load.engine.NoHeadersInLog;
import chatload.load.exchange.ChatCourse;
import chatload.load.exchange.ChatListener;
import chatload.load.exchange.ChatOutcome;
import chatload.load.exchange.ChatPlan;
import chatload.load.exchange.ErrorResponse;
import chatload.load.exchange.RunIds;
import chatload.load.watch.LoopWatch;
import chatload.preflight.Answer;
import chatload.preflight.PreflightTarget;
import chatload.preflight.Probe;
import chatload.preflight.ProbeClient;
import chatload.protocol.ChatProtocol;
import chatload.run.Millis;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.netty.util.Transports;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends the preflight's requests with the client of the load, each as a {@link ChatCourse}: what it
 * makes of an answer is what the load would make of it.
 */
public final class PreflightClient implements ProbeClient, AutoCloseable {

  /** How much longer than its limit a chat may take to be over: the last reading, and the grace. */
  private static final Duration SLACK = Duration.ofSeconds(3);

  private final PreflightTarget target;
  private final EventLoopGroup loops = Transports.newEventLoopGroup(true, false, 1, "preflight");
  private final EventLoop loop = loops.next();
  private final LoopWatch watch = LoopWatch.start(loop);
  private final TargetClient client;

  /** The same, unless the service's health is asked of another host, which gets no secrets. */
  private final TargetClient healthClient;

  private final ChatProtocol readAs;
  private int sent;
  private long startNanos;

  public PreflightClient(PreflightTarget target) {
    this(target, target.client().protocol());
  }

  /**
   * @param readAs what makes of answers what they are
   */
  public PreflightClient(PreflightTarget target, ChatProtocol readAs) {
    NoHeadersInLog.install();
    this.target = target;
    this.readAs = readAs;
    Duration longest = target.longest();
    URI chat = target.chatUrl().uri();
    this.client = new TargetClient(chat, target.client(), longest, loops);
    this.healthClient =
        target
            .healthUrl()
            .filter(url -> !isSameOrigin(url, chat))
            .map(url -> new TargetClient(url, target.client().withoutSecrets(), longest, loops))
            .orElse(client);
  }

  private static boolean isSameOrigin(URI one, URI other) {
    return one.getScheme().equals(other.getScheme())
        && one.getRawAuthority().equals(other.getRawAuthority());
  }

  @Override
  public Answer send(Probe probe, Duration limit) throws InterruptedException {
    boolean forged = probe == Probe.FORGED_TOKEN;
    Secret token = forged ? target.tokens().forged() : target.tokens().token();
    ChatPlan plan =
        new ChatPlan(
            ++sent,
            1,
            UUID.randomUUID().toString(),
            probe.threadId(target.threadPrefix()),
            target.message(),
            token,
            limit,
            target.fallbackReplies(),
            target.tokens().redaction());
    ChatCourse chat = new ChatCourse(plan, RunIds.NONE, readAs);
    Watching watching = new Watching(chat, loop, probe == Probe.WITH_TOKEN);
    Request request = request(probe, plan);
    loop.execute(
        () -> {
          try {
            (probe == Probe.HEALTH ? healthClient : client)
                .send(request, chat, watching, sent, loop, watch);
          } catch (RuntimeException e) {
            watching.elapsed.completeExceptionally(e);
          }
        });
    watching.await(limit.plus(SLACK));
    return answer(chat, watching);
  }

  private Request request(Probe probe, ChatPlan plan) {
    return switch (probe) {
      case HEALTH -> healthClient.requests().get(target.healthUrl().orElseThrow(), plan.traceId());
      case WITHOUT_TOKEN, IDENTITY_HEADERS_ONLY ->
          client
              .requests()
              .chat(target.chatUrl().uri(), plan, probe.credentials(target.identity()));
      case FORGED_TOKEN, WITH_TOKEN -> client.requests().chat(target.chatUrl().uri(), plan);
    };
  }

  /** {@link System#nanoTime()} at the start of the last request. */
  public long startNanos() {
    return startNanos;
  }

  private Answer answer(ChatCourse chat, Watching watching) {
    ChatOutcome outcome = chat.outcome();
    startNanos = outcome.times().startNanos();
    ErrorResponse error = chat.response().error();
    return new Answer(
        outcome.plan().traceId(),
        outcome.posts() > 0,
        outcome.reply().status(),
        headers(chat.response().head()),
        error == null ? "" : error.body(),
        outcome.problem(),
        watching.elapsedMs(),
        outcome.outcome(),
        outcome.error(),
        new Answer.Stream(
            millis(outcome.times().firstToken()),
            millis(outcome.times().terminal()),
            outcome.reply().chunks(),
            millis(outcome.reply().pace().longestGapNanos()),
            outcome.reply().persistedCount()),
        outcome.reply().embedded());
  }

  private static Double millis(long nanos) {
    return nanos < 0 ? null : Millis.ofNanos(nanos);
  }

  private static Map<String, String> headers(HttpHeaders head) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (head != null) {
      head.forEach(
          header ->
              headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    }
    return headers;
  }

  @Override
  public void close() {
    client.close();
    if (healthClient != client) {
      healthClient.close();
    }
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  /** Waits where Gatling would: for the end of a chat, or the head of an event stream. */
  private static final class Watching implements HttpListener {
    private final CompletableFuture<Double> elapsed = new CompletableFuture<>();
    private final ChatCourse chat;
    private final EventLoop loop;
    private final boolean toTheEnd;

    Watching(ChatCourse chat, EventLoop loop, boolean toTheEnd) {
      this.chat = chat;
      this.loop = loop;
      this.toTheEnd = toTheEnd;
    }

    private void over() {
      elapsed.complete(Millis.ofNanos(chat.times().sinceStart()));
    }

    /** As the load does: what comes after the terminal event can still fail the chat. */
    private void overOnceClosed(double terminalMs) {
      if (!chat.isRunning()) {
        elapsed.complete(terminalMs);
      } else {
        loop.schedule(() -> overOnceClosed(terminalMs), 1, TimeUnit.MILLISECONDS);
      }
    }

    @Override
    public void onFinalClientRequest(Request request) {}

    @Override
    public void onHttpResponse(HttpResponseStatus status, HttpHeaders headers) {
      if (!toTheEnd) {
        over();
      }
    }

    @Override
    public void onHttpResponseBodyChunk(ByteBuf event, boolean last) {
      if (event
          .toString(java.nio.charset.StandardCharsets.US_ASCII)
          .contains(ChatListener.TERMINAL)) {
        overOnceClosed(Millis.ofNanos(chat.times().sinceStart()));
      }
    }

    @Override
    public void onThrowable(Throwable failure) {
      over();
    }

    void await(Duration most) throws InterruptedException {
      try {
        elapsed.get(most.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException e) {
        throw new IllegalStateException("the client did not end a request in its time", e);
      }
    }

    double elapsedMs() {
      return elapsed.join();
    }
  }
}
