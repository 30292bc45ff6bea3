package chatload.load.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Redaction;
import chatload.auth.Secret;
import chatload.load.watch.LoopWatch;
import chatload.protocol.ChatProtocol;
import chatload.run.Cause;
import chatload.run.Outcome;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
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

  private final FakeLoop loop = new FakeLoop();
  private final LoopWatch watch = new LoopWatch(loop.nanoTime());
  private final ChatCourse chat =
      new ChatCourse(
          new ChatPlan(
              1,
              1,
              "trace",
              "thread",
              "hi",
              new Secret("t"),
              TIME_LIMIT,
              List.of(),
              Redaction.of(List.of())),
          RunIds.NONE,
          ChatProtocol.EYWA,
          loop::nanoTime);

  @Test
  void whatLayUnreadWhileTheLoopStoodStillIsReadBeforeTheChatIsGivenUp() {
    send();
    loop.stall(Duration.ofMillis(100));
    loop.pass(Duration.ZERO);
    assertThat(chat.isRunning()).as("not given up with the reply unread").isTrue();
    read();

    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.TOTAL_TIMEOUT);
    assertThat(chat.outcome().cause()).isEqualTo(Cause.GENERATOR);
    assertThat(chat.outcome().times().ownTotal()).isGreaterThan(Duration.ofMillis(40).toNanos());
  }

  @Test
  void aLateLoopWaitsForASilentServiceOnlyOnce() {
    send();
    loop.stall(Duration.ofMillis(100));
    loop.pass(Duration.ZERO);
    loop.stall(Duration.ofMillis(20));
    loop.pass(Duration.ZERO);

    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.FIRST_TOKEN_TIMEOUT);
    assertThat(chat.outcome().cause()).isNotEqualTo(Cause.GENERATOR);
  }

  @Test
  void aReplyThatComesTooLateForALoopInTimeIsTheServicesFault() {
    send();
    loop.stall(Duration.ofMillis(100));
    tick();
    read();

    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.TOTAL_TIMEOUT);
    assertThat(chat.outcome().cause()).isEqualTo(Cause.SERVICE);
  }

  @Test
  void aStallBeforeTheRequestIsWrittenIsTheGenerators() {
    chat.start(loop, watch);
    loop.stall(Duration.ofMillis(40));
    chat.write();
    tick();
    head();
    read();

    long stall = Duration.ofMillis(40).toNanos();
    assertThat(chat.outcome().times().firstToken()).isEqualTo(stall);
    assertThat(chat.outcome().times().ownFirstToken()).isEqualTo(stall);
  }

  @Test
  void aStallBetweenTwoPiecesIsNotTheServices() {
    send();
    read("event: token\ndata: {\"text\":\"a\"}\n\n");
    loop.stall(Duration.ofMillis(45));
    read(REPLY);

    long stall = Duration.ofMillis(45).toNanos();
    assertThat(chat.outcome().isOk()).isTrue();
    assertThat(chat.outcome().reply().pace().longestGapNanos()).isEqualTo(stall);
    assertThat(chat.outcome().reply().pace().ownInLongestGap()).isEqualTo(stall);
  }

  /** The loop looks at its tasks twice in time, so that it is not late. */
  private void tick() {
    watch.tick(loop.nanoTime());
    watch.tick(loop.nanoTime() + LoopWatch.TICK.toNanos());
  }

  private void send() {
    chat.start(loop, watch);
    chat.write();
    head();
  }

  private void head() {
    chat.head(
        HttpResponseStatus.OK, new DefaultHttpHeaders().set("content-type", "text/event-stream"));
  }

  private void read() {
    read(REPLY);
  }

  private void read(String events) {
    chat.chunk(Unpooled.copiedBuffer(events, StandardCharsets.UTF_8), false);
    loop.pass(Duration.ZERO);
  }
}
