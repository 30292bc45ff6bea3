package chatload.load.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Redaction;
import chatload.auth.Secret;
import chatload.load.record.ChatRecords;
import chatload.load.watch.LoopWatch;
import chatload.protocol.ChatProtocol;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A chat whose user gives up after two seconds. */
class CancelledChatTest {

  private static final Duration AFTER = Duration.ofSeconds(2);

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
              Duration.ofSeconds(5),
              List.of(),
              Redaction.of(List.of()),
              AFTER,
              null,
              null),
          RunIds.NONE,
          ChatProtocol.EYWA,
          loop::nanoTime);

  @Test
  void isClosedThenAndIsNeitherOkNorAFailure() {
    answer();
    pass(AFTER.minusMillis(1));
    assertThat(loop.told()).doesNotContain("closed");
    pass(Duration.ofMillis(1));
    assertThat(chat.isRunning()).isFalse();
    assertThat(loop.told()).endsWith("failed: CANCELLED", "closed");
    ChatRecord record = ChatRecords.of("run", "smoke", 0, chat.outcome());
    assertThat(record.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(record.outcome().isOk()).isFalse();
    assertThat(record.outcome().isFailure()).isFalse();
    assertThat(record.cause()).isNull();
    assertThat(record.elapsedMs()).isEqualTo(2000);
  }

  @Test
  void isOkIfItsReplyWasThereBefore() {
    answer();
    read("event: token\ndata: {\"text\":\"hi\"}\n\nevent: done\ndata: {}\n\n");
    pass(AFTER);
    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void hasFailedIfItFailedBefore() {
    answer();
    read("event: error\ndata: {\"message\":\"no\"}\n\n");
    pass(AFTER);
    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.ERROR_EVENT);
    assertThat(chat.outcome().cause()).isEqualTo(Cause.SERVICE);
  }

  @Test
  void hasFailedIfThatLiesUnreadWhileTheLoopIsLate() {
    answer();
    loop.stall(AFTER);
    loop.pass(Duration.ZERO);
    read("event: error\ndata: {\"message\":\"no\"}\n\n");
    pass(Duration.ofSeconds(1));
    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.ERROR_EVENT);
  }

  private void answer() {
    chat.start(loop, watch);
    chat.write();
    chat.head(
        HttpResponseStatus.OK, new DefaultHttpHeaders().set("content-type", "text/event-stream"));
  }

  private void read(String events) {
    chat.chunk(Unpooled.copiedBuffer(events, StandardCharsets.UTF_8), false);
    loop.pass(Duration.ZERO);
  }

  /** Time goes by while the watch ticks. */
  private void pass(Duration duration) {
    long end = loop.nanoTime() + duration.toNanos();
    while (loop.nanoTime() < end) {
      long step = Math.min(LoopWatch.TICK.toNanos(), end - loop.nanoTime());
      watch.tick(loop.nanoTime() + step);
      loop.pass(Duration.ofNanos(step));
    }
  }
}
