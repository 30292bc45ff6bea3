package chatload.chat;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Credential;
import chatload.auth.Identity;
import chatload.auth.Secret;
import chatload.auth.TokenSource;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.settings.FallbackReplies;
import chatload.target.EmbeddedTarget;
import chatload.target.Entry;
import chatload.target.Fault;
import chatload.target.TargetConfig;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One chat for each way in which a service can misbehave, through Gatling and over real sockets.
 */
class ChatFaultsTest {

  private record Expected(Outcome outcome, Cause cause) {}

  private static final Duration TIME_LIMIT = Duration.ofMillis(2500);

  private static final Map<Fault, Expected> FAILURES =
      Map.ofEntries(
          entry(Fault.NO_RESPONSE_CLOSE, new Expected(Outcome.CONNECT_ERROR, Cause.NETWORK)),
          entry(Fault.RST_BEFORE_RESPONSE, new Expected(Outcome.CONNECT_ERROR, Cause.NETWORK)),
          entry(Fault.STATUS_400, new Expected(Outcome.HTTP_ERROR, Cause.PROTOCOL)),
          entry(Fault.STATUS_401, new Expected(Outcome.AUTH_ERROR, Cause.AUTH)),
          entry(Fault.STATUS_403, new Expected(Outcome.AUTH_ERROR, Cause.AUTH)),
          entry(Fault.STATUS_404, new Expected(Outcome.HTTP_ERROR, Cause.PROTOCOL)),
          entry(Fault.STATUS_429, new Expected(Outcome.RATE_LIMITED, Cause.RATE_LIMIT)),
          entry(Fault.STATUS_500, new Expected(Outcome.HTTP_ERROR, Cause.SERVICE)),
          entry(Fault.STATUS_502_HTML, new Expected(Outcome.HTTP_ERROR, Cause.SERVICE)),
          entry(Fault.REDIRECT_301, new Expected(Outcome.HTTP_ERROR, Cause.PROTOCOL)),
          entry(Fault.JSON_200, new Expected(Outcome.NOT_SSE, Cause.PROTOCOL)),
          entry(Fault.HTML_200, new Expected(Outcome.NOT_SSE, Cause.PROTOCOL)),
          entry(Fault.SILENCE, new Expected(Outcome.FIRST_TOKEN_TIMEOUT, Cause.SERVICE)),
          entry(Fault.HEADERS_ONLY, new Expected(Outcome.FIRST_TOKEN_TIMEOUT, Cause.MODEL)),
          entry(Fault.STALL, new Expected(Outcome.TOTAL_TIMEOUT, Cause.SERVICE)),
          entry(Fault.CUT_RST, new Expected(Outcome.STREAM_CUT, Cause.NETWORK)),
          entry(Fault.CUT_FIN, new Expected(Outcome.STREAM_CUT, Cause.NETWORK)),
          entry(Fault.TRUNCATED, new Expected(Outcome.TRUNCATED, Cause.SERVICE)),
          entry(Fault.EMPTY, new Expected(Outcome.EMPTY, Cause.MODEL)),
          entry(Fault.EMPTY_DELTAS, new Expected(Outcome.EMPTY, Cause.MODEL)),
          entry(Fault.DOUBLE_DONE, new Expected(Outcome.MALFORMED, Cause.PROTOCOL)),
          entry(Fault.TOKEN_AFTER_DONE, new Expected(Outcome.MALFORMED, Cause.PROTOCOL)),
          entry(Fault.ERROR_EVENT, new Expected(Outcome.ERROR_EVENT, Cause.SERVICE)),
          entry(Fault.DEGRADED, new Expected(Outcome.DEGRADED, Cause.SERVICE)),
          entry(Fault.FALLBACK, new Expected(Outcome.FALLBACK_REPLY, Cause.MODEL)),
          entry(Fault.FALLBACK_EMPTY, new Expected(Outcome.FALLBACK_REPLY, Cause.MODEL)),
          entry(Fault.MALFORMED, new Expected(Outcome.MALFORMED, Cause.PROTOCOL)));

  private static final Map<Fault, ChatRecord> RECORDS = new HashMap<>();
  private static final Map<Fault, Entry> JOURNAL = new HashMap<>();
  private static OneChatEach load;

  @BeforeAll
  static void sendOneChatPerFault() {
    Secret secret = new Secret(UUID.randomUUID() + "-" + UUID.randomUUID());
    try (EmbeddedTarget target = EmbeddedTarget.start(TargetConfig.defaults(secret))) {
      load = new OneChatEach(target.chatUrl(), secret, Stream.of(Fault.values()).map(Fault::label));
      NestedRun.of(AllAtOnce.class);
      for (Fault fault : Fault.values()) {
        ChatRecord record = load.records.get(fault.label());
        RECORDS.put(fault, record);
        JOURNAL.put(fault, target.journal().entry(record.traceId()).orElseThrow());
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFaultHasItsOutcomeAndItsCause() {
    return Stream.of(Fault.values())
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.label() + ": " + fault.meaning(),
                    () -> {
                      Expected expected =
                          fault.healthy() ? new Expected(Outcome.OK, null) : FAILURES.get(fault);
                      ChatRecord record = RECORDS.get(fault);
                      assertThat(new Expected(record.outcome(), record.cause()))
                          .as(record.toString())
                          .isEqualTo(expected);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyChatIsPostedOnce() {
    return Stream.of(Fault.values())
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.label(),
                    () -> {
                      assertThat(RECORDS.get(fault).posts()).isEqualTo(1);
                      assertThat(JOURNAL.get(fault).posts()).isEqualTo(1);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> noChatOutlivesItsTimeLimit() {
    return Stream.of(Fault.values())
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.label(),
                    () ->
                        assertThat(RECORDS.get(fault).elapsedMs())
                            .isLessThan(TIME_LIMIT.toMillis() + 1000.0)));
  }

  @Test
  void aTraceIdThatIsNotEchoedIsNoted() {
    assertThat(RECORDS.get(Fault.NO_TRACE_ECHO).traceEchoed()).isFalse();
    assertThat(RECORDS.get(Fault.ONE_PACKET).traceEchoed()).isTrue();
    assertThat(RECORDS.get(Fault.SILENCE).traceEchoed()).isNull();
  }

  @Test
  void whatTheServicePersistedIsNoted() {
    assertThat(RECORDS.get(Fault.NO_PERSIST).persistedCount()).isZero();
    assertThat(RECORDS.get(Fault.ONE_PACKET).persistedCount()).isEqualTo(2);
  }

  @Test
  void theWordsOfAnErrorResponseAreKept() {
    assertThat(RECORDS.get(Fault.STATUS_429).error()).contains("status 429", "retry-after 1");
    assertThat(RECORDS.get(Fault.STATUS_401).error()).contains("Provide a valid JWT");
  }

  @Test
  void aPortWithoutListenerIsAConnectError() throws IOException {
    int freePort;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      freePort = socket.getLocalPort();
    }
    Secret secret = new Secret(UUID.randomUUID() + "-" + UUID.randomUUID());
    URI nobody = URI.create("http://127.0.0.1:" + freePort + "/api/chat");
    load = new OneChatEach(nobody, secret, Stream.of("nobody there"));
    NestedRun.of(AllAtOnce.class);

    ChatRecord record = load.records.get("nobody there");
    assertThat(record.outcome()).isEqualTo(Outcome.CONNECT_ERROR);
    assertThat(record.cause()).isEqualTo(Cause.NETWORK);
    assertThat(record.posts()).isZero();
    assertThat(record.error()).contains("refused");
  }

  /** As many users as chats, all at the same time. */
  public static final class AllAtOnce extends Simulation {
    {
      setUp(
              scenario("faults")
                  .exec(new ChatExchange(load, true).chats())
                  .injectOpen(atOnceUsers(load.size)))
          .protocols(ChatExchange.protocol());
    }
  }

  /** One chat per label, whose message asks the embedded chat service for the fault. */
  private static final class OneChatEach implements ChatLoad {
    private final URI url;
    private final TokenSource tokens;
    private final Queue<String> labels;
    private final int size;
    private final Map<Integer, String> labelById = new HashMap<>();
    private final Map<String, ChatRecord> records = new HashMap<>();

    OneChatEach(URI url, Secret secret, Stream<String> labels) {
      this.url = url;
      Identity identity =
          new Identity("t", "u", "tenantId", "sub", "test", "test", Duration.ofMinutes(5));
      this.tokens =
          TokenSource.of(new Credential.SigningSecret(secret), identity, Clock.systemUTC());
      Collection<String> all = labels.toList();
      this.labels = new ArrayDeque<>(all);
      this.size = all.size();
    }

    @Override
    public URI url() {
      return url;
    }

    @Override
    public Duration timeLimit() {
      return TIME_LIMIT;
    }

    @Override
    public synchronized Optional<ChatPlan> next() {
      String label = labels.poll();
      if (label == null) {
        return Optional.empty();
      }
      int id = size - labels.size();
      labelById.put(id, label);
      return Optional.of(
          new ChatPlan(
              id,
              UUID.randomUUID().toString(),
              "test-" + id,
              "[fault:" + label + "]",
              tokens.token(),
              TIME_LIMIT,
              FallbackReplies.builtIn(),
              List.of()));
    }

    @Override
    public synchronized void over(LiveChat chat) {
      records.put(
          labelById.get(chat.plan().id()), ChatRecords.of("test", "test", System.nanoTime(), chat));
    }
  }
}
