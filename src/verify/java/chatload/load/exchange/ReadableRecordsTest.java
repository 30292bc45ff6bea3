package chatload.load.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Redaction;
import chatload.auth.Secret;
import chatload.files.Json;
import chatload.load.record.ChatRecords;
import chatload.load.watch.LoopWatch;
import chatload.protocol.ChatProtocol;
import chatload.records.RunEvidence;
import chatload.run.ChatRecord;
import chatload.run.Evidence;
import chatload.run.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of a chat, the report can read what is recorded of it. */
class ReadableRecordsTest {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(2);
  private static final int COURSES = 4000;
  private static final String TOKEN = "event: token\ndata: {\"text\":\"hi\"}\n\n";
  private static final String DONE = "event: done\ndata: {\"persistedCount\":1}\n\n";
  private static final String ERROR = "event: error\ndata: {\"error\":\"no\"}\n\n";
  private static final List<String> PIECES =
      List.of(
          TOKEN,
          TOKEN,
          DONE,
          DONE,
          TOKEN + DONE,
          DONE + ERROR,
          ERROR,
          ": still there\n\n",
          "event: token\nda",
          "event: token\ndata: {}\n\n",
          "event: done\ndata: {\"degraded\":true}\n\n",
          "event: delta\ndata: {\"value\":\"hi\"}\n\n",
          "");

  @TempDir private Path root;

  private final Random random = new Random(8);
  private FakeLoop loop;
  private LoopWatch watch;
  private ChatCourse chat;

  @BeforeEach
  void start() {
    start(1);
  }

  private void start(int id) {
    loop = new FakeLoop();
    watch = new LoopWatch(loop.nanoTime());
    chat =
        new ChatCourse(
            new ChatPlan(
                id,
                1,
                "trace-" + id,
                "thread-" + id,
                "hi",
                new Secret("t"),
                TIME_LIMIT,
                List.of(),
                Redaction.of(List.of())),
            RunIds.NONE,
            ChatProtocol.EYWA,
            loop::nanoTime);
    chat.start(loop, watch);
  }

  @Test
  void aReplyThatEndsLateAndIsToldEvenLaterEndsWhenItArrived() {
    answer();
    loop.stall(Duration.ofNanos(2_000_700_000));
    chat.chunk(Unpooled.copiedBuffer(TOKEN + DONE, StandardCharsets.UTF_8), true);
    loop.stall(Duration.ofNanos(300_000));
    loop.pass(Duration.ZERO);

    ChatRecord record = record();
    assertThat(record.outcome()).isEqualTo(Outcome.TOTAL_TIMEOUT);
    assertThat(record.totalMs()).isEqualTo(2000.8);
    assertThat(record.elapsedMs()).isEqualTo(2000.8);
    assertThat(record.closedMs()).isGreaterThanOrEqualTo(record.elapsedMs());
    assertReadable(Evidence.of(1).users(1), record);
  }

  @Test
  void aChatThatBreaksAfterItsResponseEndedKeepsItsUserUntilThen() {
    answer();
    loop.stall(Duration.ofMillis(10));
    chat.chunk(Unpooled.copiedBuffer(TOKEN + DONE, StandardCharsets.UTF_8), true);
    loop.stall(Duration.ofMillis(5));
    chat.broken(new IllegalStateException("died"));

    ChatRecord record = record();
    assertThat(record.outcome()).isNotEqualTo(Outcome.OK);
    assertThat(record.closedMs()).isEqualTo(15.1);
    assertReadable(Evidence.of(1).users(1), record);
  }

  @Test
  void anErrorBehindTheTerminalEventAddsNothingToWhatTheGeneratorAddedToIt() {
    answer();
    chat.chunk(Unpooled.copiedBuffer(TOKEN + DONE, StandardCharsets.UTF_8), false);
    loop.stall(Duration.ofMillis(200));
    chat.chunk(Unpooled.copiedBuffer(ERROR, StandardCharsets.UTF_8), false);
    loop.pass(Duration.ZERO);

    ChatRecord record = record();
    assertThat(record.outcome()).isEqualTo(Outcome.ERROR_EVENT);
    assertThat(record.generatorTotalMs()).isLessThanOrEqualTo(record.totalMs());
    assertReadable(Evidence.of(1).users(1), record);
  }

  @Test
  void everyRecordOfEveryCourseCanBeRead() {
    Evidence evidence = Evidence.of(COURSES).users(1);
    Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
    for (int id = 1; id <= COURSES; id++) {
      start(id);
      takeACourse();
      ChatRecord record = record();
      seen.add(record.outcome());
      evidence.line(json(record));
    }

    RunEvidence read = evidence.in(root);
    assertThat(read.defects()).isEmpty();
    assertThat(read.chats().missing()).isEmpty();
    assertThat(seen)
        .contains(
            Outcome.OK,
            Outcome.CONNECT_ERROR,
            Outcome.FIRST_TOKEN_TIMEOUT,
            Outcome.TOTAL_TIMEOUT,
            Outcome.STREAM_CUT,
            Outcome.TRUNCATED,
            Outcome.EMPTY,
            Outcome.ERROR_EVENT,
            Outcome.DEGRADED,
            Outcome.MALFORMED,
            Outcome.OTHER_PROTOCOL,
            Outcome.HTTP_ERROR);
  }

  /** Things happen in an order in which they can, between times of every size, until it is over. */
  private void takeACourse() {
    timeGoesBy();
    if (random.nextInt(20) > 0) {
      chat.write();
      timeGoesBy();
      chat.head(
          HttpResponseStatus.valueOf(random.nextInt(10) > 0 ? 200 : 503),
          new DefaultHttpHeaders().set("content-type", "text/event-stream"));
    }
    for (int step = random.nextInt(8); step > 0 && chat.isRunning(); step--) {
      timeGoesBy();
      somethingHappens();
    }
    loop.pass(TIME_LIMIT.multipliedBy(3));
    assertThat(chat.isRunning()).isFalse();
  }

  private void somethingHappens() {
    switch (random.nextInt(20)) {
      case 0 -> chat.problem(new IOException("Connection reset by peer"));
      case 1 -> chat.broken(new IllegalStateException("died"));
      case 2 -> chat.refused(new IllegalStateException("not begun"));
      default -> {
        if (chat.response().hasBegun()) {
          String piece = PIECES.get(random.nextInt(PIECES.size()));
          boolean last = random.nextInt(4) == 0;
          chat.chunk(Unpooled.copiedBuffer(piece, StandardCharsets.UTF_8), last);
        }
      }
    }
  }

  /**
   * At least a tenth of a millisecond, up to the time limit and a bit; the loop may stand still.
   */
  private void timeGoesBy() {
    long most =
        switch (random.nextInt(4)) {
          case 0 -> 1_000_000;
          case 1 -> 50_000_000;
          case 2 -> 700_000_000;
          default -> Math.max(0, TIME_LIMIT.toNanos() - chat.times().sinceStart()) + 2_000_000;
        };
    long nanos = 100_000 + (random.nextBoolean() ? most : random.nextLong(most));
    if (random.nextBoolean()) {
      watch.tick(loop.nanoTime() + nanos);
    }
    if (random.nextBoolean()) {
      loop.stall(Duration.ofNanos(nanos));
    } else {
      loop.pass(Duration.ofNanos(nanos));
    }
  }

  private void answer() {
    chat.write();
    loop.stall(Duration.ofNanos(100_000));
    chat.head(
        HttpResponseStatus.OK, new DefaultHttpHeaders().set("content-type", "text/event-stream"));
  }

  private ChatRecord record() {
    return ChatRecords.of("run-1", "smoke", 1_000_000_000_000L, chat.outcome());
  }

  private static String json(ChatRecord record) {
    try {
      return Json.MAPPER.writeValueAsString(record) + "\n";
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private void assertReadable(Evidence evidence, ChatRecord record) {
    RunEvidence read = evidence.line(json(record)).in(root);
    assertThat(read.defects()).isEmpty();
    assertThat(read.chats().missing()).isEmpty();
  }
}
