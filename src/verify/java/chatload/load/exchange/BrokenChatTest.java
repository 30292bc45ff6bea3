package chatload.load.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Redaction;
import chatload.auth.Secret;
import chatload.load.watch.LoopWatch;
import chatload.protocol.ChatProtocol;
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
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A chat in which something of this program dies: it ends, and nobody else is to blame. */
class BrokenChatTest {

  private static final String TOKEN = "event: token\ndata: {\"text\":\"hi\"}\n\n";
  private static final String DONE = "event: done\ndata: {}\n\n";

  private final EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter());
  private final LoopWatch watch = new LoopWatch(System.nanoTime());
  private final Listener gatling = new Listener();
  private ChatCourse chat = chat(Redaction.of(List.of()));
  private ChatListener client;

  @Test
  void aClassThatCantBeLoadedForTheFirstTokenEndsTheChat() {
    gatling.brokenFor = "first-token";
    answer();
    read(TOKEN);
    assertIsOwnFailure(Outcome.STREAM_CUT);
  }

  @Test
  void aClassThatCantBeLoadedForTheTerminalEventEndsTheChat() {
    gatling.brokenFor = "terminal";
    answer();
    read(TOKEN + DONE);
    assertIsOwnFailure(Outcome.STREAM_CUT);
  }

  @Test
  void aClassThatCantBeLoadedForTheHeadEndsTheChat() {
    gatling.brokenFor = "head";
    answer();
    assertIsOwnFailure(Outcome.STREAM_CUT);
  }

  @Test
  void aClassThatCantBeLoadedForWritingEndsTheChat() {
    gatling.brokenFor = "write";
    start();
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> client.onWrite(channel)))
        .isInstanceOf(NoClassDefFoundError.class);
    channel.runPendingTasks();
    assertIsOwnFailure(Outcome.CONNECT_ERROR);
  }

  @Test
  void wordsOfTheServiceThatCantBeRedactedAreLeftOutAndTheFailureStands() {
    chat = chat(null);
    answer();
    read("event: error\ndata: {\"error\":\"no model\"}\n\n");
    assertThat(gatling.told).hasSize(1);
    assertThat(chat.isRunning()).isFalse();
    assertThat(chat.outcome().ownTrouble()).isTrue();
    assertThat(chat.outcome().outcome()).isEqualTo(Outcome.ERROR_EVENT);
    assertThat(chat.outcome().error()).isNull();
  }

  @Test
  void aDeadlineThatDiesEndsTheChat() throws Exception {
    chat = chat(null);
    answer();
    Thread.sleep(100);
    watch.tick(System.nanoTime());
    watch.tick(System.nanoTime() + LoopWatch.TICK.toNanos());
    channel.runScheduledPendingTasks();
    assertThat(gatling.told).hasSize(1);
    assertThat(chat.isRunning()).isFalse();
  }

  @Test
  void aFailureThatGatlingCantTakeIsToldOnce() {
    gatling.brokenFor = "failure";
    answer();
    read("event: error\ndata: {}\n\n");
    assertThat(gatling.told).hasSize(1);
    assertThat(chat.isRunning()).isFalse();
    assertThat(chat.outcome().ownTrouble()).isTrue();
  }

  @Test
  void aClientThatCantEvenBeginEndsTheChat() {
    start();
    chat.refused(new NoClassDefFoundError("io/netty/bootstrap/FailedChannel"));
    channel.runPendingTasks();
    assertIsOwnFailure(Outcome.CONNECT_ERROR);
  }

  @Test
  void noFilesLeftForAConnectionIsNobodyElsesFault() {
    start();
    client.onThrowable(new java.net.SocketException("Too many open files"));
    channel.runPendingTasks();
    assertIsOwnFailure(Outcome.CONNECT_ERROR);
  }

  @Test
  void aRefusedConnectionIsTheNetworksAndNoTroubleOfThisMachine() {
    start();
    client.onThrowable(new ConnectException("Connection refused"));
    channel.runPendingTasks();
    assertThat(chat.outcome().cause()).isEqualTo(Cause.NETWORK);
    assertThat(chat.outcome().ownTrouble()).isFalse();
  }

  private void assertIsOwnFailure(Outcome outcome) {
    assertThat(gatling.told).hasSize(1);
    assertThat(chat.isRunning()).isFalse();
    assertThat(chat.outcome().ownTrouble()).isTrue();
    assertThat(chat.outcome().outcome()).isEqualTo(outcome);
    assertThat(chat.outcome().cause()).isEqualTo(Cause.GENERATOR);
    assertThat(chat.outcome().error()).startsWith("the generator failed: ");
  }

  private static ChatCourse chat(Redaction redaction) {
    return new ChatCourse(
        new ChatPlan(
            1,
            1,
            "trace",
            "thread",
            "hi",
            new Secret("s3cr3t-0123456789"),
            Duration.ofMillis(60),
            List.of(),
            redaction),
        RunIds.NONE,
        ChatProtocol.EYWA);
  }

  private void start() {
    client = new ChatListener(chat, gatling, channel.eventLoop());
    chat.start(client, watch);
  }

  private void answer() {
    start();
    client.onWrite(channel);
    client.onHttpResponse(
        HttpResponseStatus.OK, new DefaultHttpHeaders().set("content-type", "text/event-stream"));
    channel.runPendingTasks();
  }

  private void read(String events) {
    client.onHttpResponseBodyChunk(Unpooled.copiedBuffer(events, StandardCharsets.UTF_8), false);
    channel.runPendingTasks();
  }

  /** Gatling's side, where one thing is broken. */
  private static final class Listener implements HttpListener {
    private final List<Throwable> told = new ArrayList<>();
    private String brokenFor = "nothing";

    @Override
    public void onFinalClientRequest(Request request) {}

    @Override
    public void onWrite(io.netty.channel.Channel channel) {
      breakIf("write");
    }

    @Override
    public void onHttpResponse(HttpResponseStatus status, HttpHeaders headers) {
      breakIf("head");
    }

    @Override
    public void onHttpResponseBodyChunk(ByteBuf chunk, boolean last) {
      if (chunk.toString(StandardCharsets.UTF_8).contains(brokenFor)) {
        breakIf(brokenFor);
      }
    }

    @Override
    public void onThrowable(Throwable problem) {
      told.add(problem);
      breakIf("failure");
    }

    private void breakIf(String what) {
      if (what.equals(brokenFor)) {
        throw new NoClassDefFoundError("chatload/Gone");
      }
    }
  }
}
