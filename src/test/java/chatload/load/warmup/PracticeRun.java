package chatload.load.warmup;

import chatload.auth.Credential;
import chatload.auth.Identity;
import chatload.auth.Secret;
import chatload.auth.TokenSource;
import chatload.load.engine.ChatLoad;
import chatload.load.engine.NestedRun;
import chatload.load.engine.Share;
import chatload.load.exchange.ChatOutcome;
import chatload.load.exchange.ChatPlan;
import chatload.load.record.ChatRecords;
import chatload.load.record.RunRecorder;
import chatload.protocol.mapping.Spoken;
import chatload.service.EmbeddedTarget;
import chatload.service.TargetConfig;
import chatload.service.journal.Entry;
import chatload.service.reply.Timing;
import chatload.service.reply.WireFormat;
import chatload.settings.ClientSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Chats against the embedded chat service in this JVM, through the same code as the real ones. It
 * is a Gatling run of its own, so nothing of it gets into the report.
 */
final class PracticeRun implements ChatLoad {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

  private static final Identity IDENTITY =
      new Identity("warm-up", "warm-up", "tenantId", "sub", "i", "a", Duration.ofHours(1));

  /** What {@link PracticeSimulation} runs, which only Gatling can instantiate. */
  private static final AtomicReference<PracticeRun> CURRENT = new AtomicReference<>();

  private final int users;
  private final Duration apart;
  private final int maxChats;
  private final long endNanos;
  private final RunRecorder recorder;
  private final Spoken spoken;
  private final TokenSource tokens;
  private final EmbeddedTarget target;
  private final Errors errors = new Errors(new ArrayList<>(), new ArrayList<>());
  private int arrived;

  /**
   * By how much the measured times of the OK chats were longer than those in the service's journal,
   * nanoseconds. The connection's set-up is part of it.
   */
  record Errors(List<Long> firstToken, List<Long> total) {}

  private PracticeRun(
      int users,
      Duration apart,
      int maxChats,
      Duration limit,
      RunRecorder recorder,
      Secret secret,
      Timing timing,
      Spoken spoken) {
    this.users = users;
    this.apart = apart;
    this.maxChats = maxChats;
    this.endNanos = System.nanoTime() + limit.toNanos();
    this.recorder = recorder;
    this.spoken = spoken;
    this.tokens = TokenSource.of(new Credential.SigningSecret(secret), IDENTITY, Clock.systemUTC());
    this.target =
        EmbeddedTarget.start(
            TargetConfig.defaults(secret)
                .speaking(WireFormat.named(client().protocolName()))
                .withTiming(timing));
  }

  /**
   * Sends chats until either limit is reached.
   *
   * @param apart how long after one user the next one begins
   * @param recorder takes the records, so that writing is practised, too
   * @param spoken one of the protocols that are built in
   */
  public static Errors of(
      int users,
      Duration apart,
      int maxChats,
      Duration limit,
      RunRecorder recorder,
      Timing timing,
      Spoken spoken) {
    Secret secret = new Secret(UUID.randomUUID() + "-" + UUID.randomUUID());
    PracticeRun run =
        new PracticeRun(users, apart, maxChats, limit, recorder, secret, timing, spoken);
    CURRENT.set(run);
    try {
      NestedRun.of(PracticeSimulation.class);
    } finally {
      CURRENT.set(null);
      run.target.close();
    }
    return run.errors;
  }

  static PracticeRun current() {
    return CURRENT.get();
  }

  int users() {
    return users;
  }

  /**
   * How long a user waits first; Gatling itself can't let users arrive within less than a second.
   */
  Duration pause(long user) {
    return apart.multipliedBy(user);
  }

  @Override
  public URI url() {
    return target.chatUrl();
  }

  @Override
  public ClientSettings client() {
    return ClientSettings.defaults().speaking(spoken);
  }

  @Override
  public Duration timeLimit() {
    return TIME_LIMIT;
  }

  @Override
  public synchronized Share arrive() {
    int user = ++arrived;
    return new Share(user, users, maxChats, id -> plan(id, user));
  }

  private Optional<ChatPlan> plan(int id, int user) {
    if (System.nanoTime() > endNanos) {
      return Optional.empty();
    }
    Secret token = tokens.token();
    return Optional.of(
        new ChatPlan(
            id,
            user,
            UUID.randomUUID().toString(),
            "warm-up-" + id,
            "warm-up",
            token,
            TIME_LIMIT,
            List.of(),
            tokens.redaction()));
  }

  @Override
  public synchronized void over(ChatOutcome chat) {
    recorder.chat(ChatRecords.of("warm-up", "warm-up", 0, chat));
    Optional<Entry> truth = target.journal().entry(chat.plan().traceId());
    if (chat.isOk() && truth.isPresent()) {
      Entry entry = truth.get();
      long received = entry.receivedNanos();
      errors.firstToken().add(chat.times().firstToken() - (entry.firstTokenNanos() - received));
      errors.total().add(chat.times().terminal() - (entry.terminalNanos() - received));
    }
  }

  @Override
  public void broken(Throwable problem) {
    throw new IllegalStateException("the warm-up failed", problem);
  }
}
