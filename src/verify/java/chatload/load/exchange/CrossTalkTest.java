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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chat that is given what belongs to another chat of its job. */
class CrossTalkTest {

  private static final String OWN = UUID.randomUUID().toString();
  private static final String OTHER = UUID.randomUUID().toString();
  private static final String STEM = "scenario-smoke-20261125-080000-3f9a1c-";

  private static final String PREFLIGHT = "scenario-preflight-";
  private static final String EARLIER = "scenario-baseline-20261125-080000-3f9a1c-";

  private final FakeLoop loop = new FakeLoop();
  private final RunIds ids = new RunIds(STEM, List.of(PREFLIGHT, EARLIER));
  private final ChatCourse chat = new ChatCourse(plan(7), ids, ChatProtocol.EYWA);

  private static ChatPlan plan(int id) {
    return new ChatPlan(
        id,
        1,
        OWN,
        STEM + id,
        "hi",
        new Secret("s3cr3t-0123456789"),
        Duration.ofSeconds(5),
        List.of(),
        Redaction.of(List.of()));
  }

  CrossTalkTest() {
    ids.add(OWN);
    ids.add(OTHER);
  }

  @Test
  void theHeaderOfAnotherChat() {
    answer(OTHER);
    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.CROSS_TALK);
    assertThat(chat.outcome().cause()).isEqualTo(Cause.SERVICE);
  }

  @Test
  void anyHeaderWithAnIdOfAnotherChat() {
    chat.start(loop, new LoopWatch(System.nanoTime()));
    chat.head(
        HttpResponseStatus.OK,
        new DefaultHttpHeaders()
            .set("content-type", "text/event-stream")
            .set("x-conversation", "c=" + STEM + "8"));
    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.CROSS_TALK);
    assertThat(chat.outcome().error())
        .isEqualTo("thread id " + STEM + "8 of another chat came back");
  }

  @Test
  void anUnknownHeaderIsOnlyNoEcho() {
    answer(UUID.randomUUID().toString());
    read(token("hi") + done(OWN));
    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.OK);
    assertThat(chat.outcome().reply().traceEchoed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"meta", "done", "token", "progress"})
  void anEventWithTheTraceIdOfAnotherChat(String event) {
    answer(OWN);
    read(token("hi"));
    read("event: " + event + "\ndata: {\"text\":\"a\",\"traceId\":\"" + OTHER + "\"}\n\n");
    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.CROSS_TALK);
  }

  @Test
  void theTraceIdOfAnotherChatInCapitals() {
    answer(OWN);
    read(
        "event: meta\ndata: {\"traceId\":\""
            + OTHER.toUpperCase(java.util.Locale.ROOT)
            + "\"}\n\n");
    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.CROSS_TALK);
  }

  @Test
  void theThreadIdOfAnotherChatInAnEvent() {
    answer(OWN);
    read("event: meta\ndata: {\"threadId\":\"" + STEM + "70\"}\n\n");
    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.CROSS_TALK);
  }

  @Test
  void theThreadIdOfAnotherChatInTheTextCutIntoPieces() {
    answer(OWN);
    String text = "about " + STEM + "8.";
    StringBuilder events = new StringBuilder();
    for (char one : text.toCharArray()) {
      events.append(token(Character.toString(one)));
    }
    read(events + done(OWN));
    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.CROSS_TALK);
  }

  @ParameterizedTest
  @ValueSource(strings = {PREFLIGHT, EARLIER})
  void aThreadIdFromBeforeTheRun(String stem) {
    answer(OWN);
    read(token("about " + stem) + token("7.") + done(OWN));
    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.CROSS_TALK);
  }

  @Test
  void anIdInTheMiddleOfATextOfMegabytes() {
    String text = "已记录 - well-known. ".repeat(50_000);
    for (String id : List.of(OTHER, STEM + "8", PREFLIGHT + "2", EARLIER + "3", OWN, STEM + "7")) {
      ChatCourse another = new ChatCourse(chat.plan(), ids, ChatProtocol.EYWA);
      answer(another, OWN);
      byte[] events = (token(text + id + text) + done(OWN)).getBytes(StandardCharsets.UTF_8);
      for (int from = 0; from < events.length; from += 8192) {
        int length = Math.min(8192, events.length - from);
        another.chunk(Unpooled.wrappedBuffer(events, from, length), false);
        loop.pass(Duration.ZERO);
      }
      boolean isOwn = id.equals(OWN) || id.equals(STEM + "7");
      assertThat(another.outcome().outcome())
          .as(id)
          .isEqualTo(isOwn ? Outcome.OK : Outcome.CROSS_TALK);
    }
  }

  @Test
  void theBeginningOfItsOwnThreadIdInAPieceOfTextIsNoOtherChats() {
    ChatPlan own = plan(70);
    for (String rest : List.of("0.", ".")) {
      ChatCourse course = new ChatCourse(own, ids, ChatProtocol.EYWA);
      answer(course, OWN);
      String events = token("in " + STEM + "7") + token(rest) + done(OWN);
      course.chunk(Unpooled.copiedBuffer(events, StandardCharsets.UTF_8), false);
      loop.pass(Duration.ZERO);
      assertThat(course.outcome().outcome())
          .isEqualTo(rest.equals("0.") ? Outcome.OK : Outcome.CROSS_TALK);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event: meta\ndata: {\"threadId\":\"%s\"}\n\n",
        "event: token\ndata: {\"text\":\"hi\",\"threadId\":\"%s\"}\n\n",
        "event: done\ndata: {\"threadId\":\"%s\"}\n\n"
      })
  void theThreadIdOfAnotherChatThatItsOwnBeginsWith(String event) {
    ChatCourse course = new ChatCourse(plan(70), ids, ChatProtocol.EYWA);
    answer(course, OWN);
    String events = token("hi") + event.formatted(STEM + "7");
    course.chunk(Unpooled.copiedBuffer(events, StandardCharsets.UTF_8), false);
    loop.pass(Duration.ZERO);
    assertThat(course.outcome().outcome()).isEqualTo(Outcome.CROSS_TALK);
  }

  @Test
  void itsOwnIdsAreNoCrossTalkAndTheReplyIsKnownByItsHash() {
    answer(OWN);
    read(token("you are in " + STEM + "7, ") + token(OWN) + done(OWN));
    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.OK);
    ChatRecord record = ChatRecords.of("run", "smoke", 0, chat.outcome());
    assertThat(record.replyHash()).matches("[0-9a-f]{16}");
  }

  @Test
  void anIdOfNoChatOfTheRunIsNoCrossTalk() {
    answer(OWN);
    read(token("see " + UUID.randomUUID() + ", scenario-smoke-20261124-080000-3f9a1c-9"));
    read(done(UUID.randomUUID().toString()));
    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.OK);
  }

  private static String token(String text) {
    return "event: token\ndata: {\"text\":\"" + text + "\"}\n\n";
  }

  private static String done(String traceId) {
    return "event: done\ndata: {\"traceId\":\"" + traceId + "\"}\n\n";
  }

  private void answer(String traceId) {
    answer(chat, traceId);
  }

  private void answer(ChatCourse course, String traceId) {
    course.start(loop, new LoopWatch(System.nanoTime()));
    course.head(
        HttpResponseStatus.OK,
        new DefaultHttpHeaders()
            .set("content-type", "text/event-stream")
            .set("x-trace-id", traceId));
    loop.pass(Duration.ZERO);
  }

  private void read(String events) {
    chat.chunk(Unpooled.copiedBuffer(events, StandardCharsets.UTF_8), false);
    loop.pass(Duration.ZERO);
  }
}
