package chatload.chat;

import chatload.auth.Credential;
import chatload.auth.Identity;
import chatload.auth.Secret;
import chatload.auth.TokenSource;
import chatload.run.Millis;
import chatload.run.RunManifest.Calibration;
import chatload.target.Delay;
import chatload.target.EmbeddedTarget;
import chatload.target.Entry;
import chatload.target.TargetConfig;
import chatload.target.Timing;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs chats against the embedded chat service, in this JVM and through the same code as the real
 * ones, until what it measures agrees with the journal of the service or a limit is reached. A cold
 * JVM shows users' times that are a hundred milliseconds too long.
 *
 * <p>It is a Gatling run of its own, so nothing of it gets into the report.
 */
final class WarmUp implements ChatLoad {

  /** The measured error at which the JVM counts as warm, milliseconds at P95. */
  private static final double WARM_MILLIS = 3.0;

  private static final Identity IDENTITY =
      new Identity(
          "warm-up", "warm-up", "tenantId", "sub", "warm-up", "warm-up", Duration.ofHours(1));
  private static final Timing TIMING = new Timing(Delay.parse("30"), Delay.parse("5"), 4, 1);

  /** What the simulation class that Gatling instantiates runs. */
  private static final AtomicReference<WarmUp> CURRENT = new AtomicReference<>();

  private final int concurrency;
  private final long endNanos;
  private final Secret secret = new Secret(UUID.randomUUID() + "-" + UUID.randomUUID());
  private final TokenSource tokens =
      TokenSource.of(new Credential.SigningSecret(secret), IDENTITY, Clock.systemUTC());
  private final EmbeddedTarget target =
      EmbeddedTarget.start(TargetConfig.defaults(secret).withTiming(TIMING));

  private final List<Long> firstTokenErrors = new ArrayList<>();
  private final List<Long> totalErrors = new ArrayList<>();
  private int taken;
  private int rounds;
  private Double firstTokenErrorP95;
  private Double totalErrorP95;
  private boolean warm;

  private WarmUp(int concurrency, Duration limit) {
    this.concurrency = concurrency;
    this.endNanos = System.nanoTime() + limit.toNanos();
  }

  /**
   * Warms up for at most about {@code limit} and returns what the last round of chats measured
   * wrong.
   */
  static Calibration run(int concurrency, Duration limit) {
    long start = System.nanoTime();
    WarmUp warmUp = new WarmUp(concurrency, limit);
    CURRENT.set(warmUp);
    try {
      NestedRun.of(WarmUpSimulation.class);
    } finally {
      CURRENT.set(null);
      warmUp.target.close();
    }
    return warmUp.result(System.nanoTime() - start);
  }

  static WarmUp current() {
    return CURRENT.get();
  }

  int concurrency() {
    return concurrency;
  }

  @Override
  public URI url() {
    return target.chatUrl();
  }

  @Override
  public Duration timeLimit() {
    return Duration.ofSeconds(10);
  }

  @Override
  public synchronized Optional<ChatPlan> next() {
    if (warm || System.nanoTime() > endNanos) {
      return Optional.empty();
    }
    taken++;
    Secret token = tokens.token();
    return Optional.of(
        new ChatPlan(
            taken,
            UUID.randomUUID().toString(),
            "warm-up-" + taken,
            "warm-up",
            token,
            timeLimit(),
            List.of(),
            List.of(token)));
  }

  @Override
  public synchronized void over(LiveChat chat) {
    ChatRecords.of("warm-up", "warm-up", 0, chat);
    Optional<Entry> truth = target.journal().entry(chat.plan().traceId());
    if (!chat.isOk() || truth.isEmpty()) {
      return;
    }
    Entry entry = truth.get();
    ChatReading reading = chat.reading();
    firstTokenErrors.add(
        reading.firstTokenNanos() - (entry.firstTokenNanos() - entry.receivedNanos()));
    totalErrors.add(reading.terminalNanos() - (entry.terminalNanos() - entry.receivedNanos()));
    if (firstTokenErrors.size() >= Math.max(100, 4 * concurrency)) {
      endRound();
    }
  }

  private void endRound() {
    rounds++;
    firstTokenErrorP95 = p95(firstTokenErrors);
    totalErrorP95 = p95(totalErrors);
    warm = firstTokenErrorP95 <= WARM_MILLIS && totalErrorP95 <= WARM_MILLIS;
    firstTokenErrors.clear();
    totalErrors.clear();
  }

  private static double p95(List<Long> nanos) {
    Collections.sort(nanos);
    return Millis.ofNanos(nanos.get((95 * nanos.size() + 99) / 100 - 1));
  }

  private synchronized Calibration result(long nanos) {
    return new Calibration(
        rounds,
        taken,
        Millis.ofNanos(nanos),
        rounds == 0 ? 0 : Math.max(100, 4 * concurrency),
        firstTokenErrorP95,
        totalErrorP95,
        warm);
  }
}
