package chatload.load.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.auth.Redaction;
import chatload.auth.Secret;
import chatload.load.watch.LoopWatch;
import chatload.protocol.ChatProtocol;
import chatload.run.Cause;
import chatload.run.Outcome;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The states and deadlines of a chat on a loop that is always in time. */
class ChatCourseTest {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(5);
  private static final String TOKEN = "event: token\ndata: {\"text\":\"hi\"}\n\n";
  private static final String DONE = "event: done\ndata: {}\n\n";

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
              new Secret("s3cr3t-0123456789"),
              TIME_LIMIT,
              List.of(),
              Redaction.of(List.of())),
          RunIds.NONE,
          ChatProtocol.EYWA,
          loop::nanoTime);

  @Test
  void aChatThatGoesWellTellsHeadFirstTokenAndTerminalEventAndTheirTimes() {
    answer();
    passMillis(100);
    read(TOKEN);
    passMillis(30);
    read(TOKEN + DONE);
    passMillis(250);

    assertThat(loop.told()).containsExactly("answered", "first token", "terminal", "closed");
    ChatOutcome outcome = chat.outcome();
    assertThat(outcome.isOk()).isTrue();
    assertThat(outcome.posts()).isEqualTo(1);
    assertThat(outcome.reply().chunks()).isEqualTo(2);
    assertThat(outcome.reply().text()).isEqualTo("hihi");
    assertThat(outcome.times())
        .isEqualTo(
            new ChatOutcome.Times(
                outcome.times().startedAtMillis(),
                outcome.times().startNanos(),
                millis(100),
                millis(100),
                millis(130),
                millis(130),
                millis(130 + 250),
                0,
                0,
                0,
                0,
                -1));
    assertThat(outcome.reply().pace().longestGapNanos()).isEqualTo(millis(30));
    assertThat(outcome.reply().pace().longestGapAfter()).isEqualTo(1);
    assertThat(outcome.reply().pace().chars()).isEqualTo(4);
  }

  @Test
  void aResponseThatEndsIsNotWaitedForAnyLonger() {
    answer();
    chat.chunk(Unpooled.copiedBuffer(TOKEN + DONE, StandardCharsets.UTF_8), true);
    assertThat(chat.isRunning()).isFalse();
    loop.pass(Duration.ZERO);
    assertThat(loop.told()).containsExactly("answered", "first token", "terminal", "closed");
    assertThat(chat.outcome().times().closed()).isZero();
  }

  @Test
  void afterTheTerminalEventNoDeadlineGoesByAndNoLostConnectionCounts() {
    answer();
    read(TOKEN + DONE);
    chat.problem(new IOException("Connection reset by peer"));
    loop.pass(TIME_LIMIT.multipliedBy(2));
    assertThat(chat.outcome().isOk()).isTrue();
    assertThat(loop.told()).containsExactly("answered", "first token", "terminal", "closed");
  }

  @Test
  void whatFollowsTheTerminalEventInTheSameReadCanStillFailTheChat() {
    answer();
    read(TOKEN + DONE + TOKEN);
    assertFailed(Outcome.MALFORMED, Cause.PROTOCOL);
    assertThat(loop.told()).doesNotContain("terminal");
  }

  @Test
  void aStreamThatEndsWithoutTerminalEventIsTruncated() {
    answer();
    chat.chunk(Unpooled.copiedBuffer(TOKEN, StandardCharsets.UTF_8), true);
    loop.pass(Duration.ZERO);
    assertFailed(Outcome.TRUNCATED, Cause.SERVICE);
  }

  @Test
  void noConnectionWithinTheTimeLimitIsTheNetworks() {
    chat.start(loop, watch);
    assertFailsInTime(Outcome.CONNECT_ERROR, Cause.NETWORK, "no connection within 5000 ms");
  }

  @Test
  void noResponseWithinTheTimeLimitIsTheServices() {
    chat.start(loop, watch);
    chat.write();
    assertFailsInTime(Outcome.FIRST_TOKEN_TIMEOUT, Cause.SERVICE, "no response within 5000 ms");
  }

  @Test
  void noTokenWithinTheTimeLimitIsTheModels() {
    answer();
    assertFailsInTime(Outcome.FIRST_TOKEN_TIMEOUT, Cause.MODEL, "no token within 5000 ms");
  }

  @Test
  void noTerminalEventWithinTheTimeLimitIsTheServices() {
    answer();
    read(TOKEN);
    assertFailsInTime(Outcome.TOTAL_TIMEOUT, Cause.SERVICE, "no terminal event within 5000 ms");
  }

  @Test
  void eventsOfAnotherProtocolAreToldApartFromSilenceWhenTimeIsUp() {
    answer();
    read("event: delta\ndata: {\"value\":\"hi\"}\n\n");
    passInTime(TIME_LIMIT);
    assertFailed(Outcome.OTHER_PROTOCOL, Cause.PROTOCOL);
  }

  @Test
  void theBodyOfAnErrorResponseIsWaitedForUntilItEnds() {
    answer(503);
    read("{\"error\":\"no ");
    assertThat(chat.isRunning()).isTrue();
    chat.chunk(Unpooled.copiedBuffer("model\"}", StandardCharsets.UTF_8), true);
    assertFailed(Outcome.HTTP_ERROR, Cause.SERVICE);
    assertThat(chat.outcome().error()).isEqualTo("status 503: {\"error\":\"no model\"}");
    assertThat(loop.told()).containsExactly("failed: HTTP_ERROR 503, cause service", "closed");
  }

  @Test
  void theBodyOfAnErrorResponseIsWaitedForNoLongerThanASecond() {
    answer(503);
    passMillis(999);
    assertThat(chat.isRunning()).isTrue();
    passMillis(1);
    assertFailed(Outcome.HTTP_ERROR, Cause.SERVICE);
  }

  @Test
  void anErrorResponseThatIsCutIsStillThatError() {
    answer(503);
    chat.problem(new IOException("Connection reset by peer"));
    assertFailed(Outcome.HTTP_ERROR, Cause.SERVICE);
  }

  @Test
  void aCutStreamIsToldOnceAndNothingAfterItCounts() {
    answer();
    read(TOKEN);
    chat.problem(new IOException("Connection reset by peer"));
    read(TOKEN + DONE);
    chat.problem(new IOException("again"));
    loop.pass(TIME_LIMIT);
    assertFailed(Outcome.STREAM_CUT, Cause.NETWORK);
    assertThat(loop.told())
        .containsExactly("answered", "first token", "failed: STREAM_CUT, cause network", "closed");
    assertThat(chat.outcome().reply().chunks()).isEqualTo(1);
  }

  @Test
  void aSecondHeadMeansNothing() {
    answer();
    head(500);
    read(TOKEN + DONE);
    assertThat(chat.outcome().isOk()).isTrue();
    assertThat(chat.outcome().reply().status()).isEqualTo(200);
  }

  @Test
  void aSecondRequestIsRefused() {
    answer();
    assertThatThrownBy(chat::write).isInstanceOf(IllegalStateException.class);
    assertThat(chat.outcome().posts()).isEqualTo(1);
  }

  @Test
  void aRequestForAChatThatIsOverIsRefused() {
    chat.start(loop, watch);
    passInTime(TIME_LIMIT);
    assertThatThrownBy(chat::write).isInstanceOf(IllegalStateException.class);
    assertThat(chat.outcome().posts()).isZero();
  }

  @Test
  void aChatThatWasNeverStartedIsTheGenerators() {
    assertThat(chat.isRunning()).isFalse();
    ChatOutcome outcome = chat.outcome();
    assertThat(outcome.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(outcome.cause()).isEqualTo(Cause.GENERATOR);
    assertThat(outcome.times().end()).isZero();
    assertThat(outcome.times().closed()).isZero();
  }

  private void assertFailsInTime(Outcome outcome, Cause cause, String error) {
    passInTime(TIME_LIMIT.minusMillis(1));
    assertThat(chat.isRunning()).isTrue();
    passInTime(Duration.ofMillis(1));
    assertFailed(outcome, cause);
    assertThat(chat.outcome().error()).isEqualTo(error);
    assertThat(chat.outcome().times().end()).isEqualTo(TIME_LIMIT.toNanos());
    assertThat(loop.told()).endsWith("closed");
  }

  private void assertFailed(Outcome outcome, Cause cause) {
    assertThat(chat.isRunning()).isFalse();
    assertThat(chat.isOk()).isFalse();
    assertThat(chat.outcome().outcome()).isEqualTo(outcome);
    assertThat(chat.outcome().cause()).isEqualTo(cause);
    assertThat(loop.told()).filteredOn(what -> what.startsWith("failed")).hasSize(1);
  }

  private void passMillis(long millis) {
    passInTime(Duration.ofMillis(millis));
  }

  /** Time goes by while the watch ticks. */
  private void passInTime(Duration duration) {
    long end = loop.nanoTime() + duration.toNanos();
    while (loop.nanoTime() < end) {
      long step = Math.min(LoopWatch.TICK.toNanos(), end - loop.nanoTime());
      watch.tick(loop.nanoTime() + step);
      loop.pass(Duration.ofNanos(step));
    }
  }

  private static long millis(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }

  private void answer() {
    answer(200);
  }

  private void answer(int status) {
    chat.start(loop, watch);
    chat.write();
    head(status);
  }

  private void head(int status) {
    chat.head(
        HttpResponseStatus.valueOf(status),
        new DefaultHttpHeaders().set("content-type", "text/event-stream"));
  }

  private void read(String events) {
    chat.chunk(Unpooled.copiedBuffer(events, StandardCharsets.UTF_8), false);
    loop.pass(Duration.ZERO);
  }
}
