package chatload.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Redaction;
import chatload.auth.Secret;
import chatload.run.Cause;
import chatload.run.Outcome;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A chat whose time limit goes by while its event loop stands still, or does not. */
class LateChatTest {

  private static final Duration TIME_LIMIT = Duration.ofMillis(60);
  private static final String REPLY =
      "event: token\ndata: {\"text\":\"hi\"}\n\nevent: done\ndata: {}\n\n";

  private final EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter());
  private final LoopWatch watch = new LoopWatch(System.nanoTime());
  private final LiveChat chat =
      new LiveChat(
          new ChatPlan(
              1,
              1,
              "trace",
              "thread",
              "hi",
              new Secret("t"),
              TIME_LIMIT,
              List.of(),
              Redaction.of(List.of())));

  @Test
  void whatLayUnreadWhileTheLoopStoodStillIsReadBeforeTheChatIsGivenUp() throws Exception {
    send();
    Thread.sleep(100);
    channel.runScheduledPendingTasks();
    assertThat(chat.hasFailed()).as("given up with the reply unread").isFalse();
    read();

    assertThat(chat.reading().outcome()).isEqualTo(Outcome.TOTAL_TIMEOUT);
    assertThat(chat.reading().cause()).isEqualTo(Cause.GENERATOR);
    assertThat(chat.times().ownTotal()).isGreaterThan(Duration.ofMillis(40).toNanos());
  }

  @Test
  void aLateLoopWaitsForASilentServiceOnlyOnce() throws Exception {
    send();
    Thread.sleep(100);
    channel.runScheduledPendingTasks();
    Thread.sleep(20);
    channel.runScheduledPendingTasks();

    assertThat(chat.reading().outcome()).isEqualTo(Outcome.FIRST_TOKEN_TIMEOUT);
    assertThat(chat.reading().cause()).isNotEqualTo(Cause.GENERATOR);
  }

  @Test
  void aReplyThatComesTooLateForALoopInTimeIsTheServicesFault() throws Exception {
    send();
    Thread.sleep(100);
    watch.tick(System.nanoTime());
    watch.tick(System.nanoTime() + LoopWatch.TICK.toNanos());
    read();

    assertThat(chat.reading().outcome()).isEqualTo(Outcome.TOTAL_TIMEOUT);
    assertThat(chat.reading().cause()).isEqualTo(Cause.SERVICE);
  }

  @Test
  void aStallBeforeTheRequestIsWrittenIsTheGenerators() throws Exception {
    chat.start(new Deaf(), channel.eventLoop(), watch);
    Thread.sleep(40);
    chat.onWrite(channel);
    watch.tick(System.nanoTime());
    watch.tick(System.nanoTime() + LoopWatch.TICK.toNanos());
    chat.onHttpResponse(HttpResponseStatus.OK, eventStream());
    read();

    long stall = Duration.ofMillis(40).toNanos();
    assertThat(chat.times().ownFirstToken()).isBetween(stall, chat.reading().firstTokenNanos());
  }

  private void send() {
    chat.start(new Deaf(), channel.eventLoop(), watch);
    chat.onWrite(channel);
    chat.onHttpResponse(HttpResponseStatus.OK, eventStream());
  }

  private void read() {
    chat.onHttpResponseBodyChunk(Unpooled.copiedBuffer(REPLY, StandardCharsets.UTF_8), false);
    channel.runPendingTasks();
  }

  private static HttpHeaders eventStream() {
    return new DefaultHttpHeaders().set("content-type", "text/event-stream");
  }

  /** A listener that nothing is expected of. */
  private static final class Deaf implements HttpListener {
    @Override
    public void onFinalClientRequest(Request request) {}

    @Override
    public void onHttpResponse(HttpResponseStatus status, HttpHeaders headers) {}

    @Override
    public void onHttpResponseBodyChunk(ByteBuf chunk, boolean last) {}

    @Override
    public void onThrowable(Throwable problem) {}
  }
}
