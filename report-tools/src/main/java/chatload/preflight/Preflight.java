package chatload.preflight;

import chatload.auth.Secret;
import chatload.auth.SecretHeader;
import chatload.run.RunManifest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Asks the target, before any load, whether it is up, insists on signed tokens, and answers one
 * chat as users should be answered. It sends five requests, one after the other, and follows no
 * redirects; while the service is not up yet, it asks for its health again.
 */
public final class Preflight {

  /** Longest wait for one answer while there is time to ask again. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final PreflightTarget target;
  private final ProbeClient client;
  private final Consumer<String> progress;
  private final long waitUntil;
  private boolean reachable = true;
  private boolean embedded;

  private Preflight(PreflightTarget target, ProbeClient client, Consumer<String> progress) {
    this.target = target;
    this.client = client;
    this.progress = progress;
    this.waitUntil = System.nanoTime() + target.waitLimit().toNanos();
  }

  private List<Secret> secrets() {
    List<Secret> secrets = new ArrayList<>(target.tokens().secrets());
    target.client().headers().stream().map(SecretHeader::value).forEach(secrets::add);
    return secrets;
  }

  /**
   * Runs every check; if the first one finds nobody to talk to, the others are not run.
   *
   * @param progress is told, in a line, what it waits for
   * @throws InterruptedException if the thread is interrupted while it waits for an answer
   */
  public static PreflightReport run(
      PreflightTarget target, ProbeClient client, Consumer<String> progress)
      throws InterruptedException {
    return new Preflight(target, client, progress).run();
  }

  private PreflightReport run() throws InterruptedException {
    Instant startedAt = target.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    List<PreflightCheck> checks = new ArrayList<>();
    for (Probe probe : Probe.values()) {
      checks.add(reachable ? check(probe) : PreflightCheck.notRun(probe));
    }
    return new PreflightReport(
        PreflightReport.SCHEMA_VERSION,
        startedAt.toString(),
        target.chatUrl().toString(),
        embedded ? RunManifest.Target.EMBEDDED : RunManifest.Target.EXTERNAL,
        checks,
        PreflightReport.allPassed(checks));
  }

  private PreflightCheck check(Probe probe) throws InterruptedException {
    for (boolean said = false; ; said = true) {
      Duration limit = limit(probe);
      Answer answer = client.send(probe, limit);
      embedded |= answer.embedded();
      Finding finding = finding(probe, answer, limit);
      if (probe != Probe.HEALTH || !isWorthAsking(answer)) {
        reachable &= probe != Probe.HEALTH || answer.status() != null;
        return check(probe, answer, finding);
      }
      if (!said) {
        progress.accept(
            "Not up yet: "
                + finding.observed()
                + ". Asking again for up to "
                + target.waitLimit().toSeconds()
                + " s (--wait).");
      }
      Thread.sleep(Math.min(PAUSE.toMillis(), Math.max(0, left().toMillis())));
    }
  }

  /** What is left of the wait counts for every answer that may be slow to start with. */
  private Duration limit(Probe probe) {
    if (probe == Probe.WITH_TOKEN) {
      return target.chatLimit();
    }
    Duration most = left().compareTo(PATIENCE) < 0 ? left() : PATIENCE;
    return most.compareTo(target.requestLimit()) < 0 ? target.requestLimit() : most;
  }

  private Duration left() {
    return Duration.ofNanos(Math.max(0, waitUntil - System.nanoTime()));
  }

  /** Whether it may be otherwise in a moment, and there is time to find out. */
  private boolean isWorthAsking(Answer answer) {
    boolean notUpYet =
        answer.status() == null
            ? Unreachable.mayPass(answer)
            : List.of(502, 503, 504, 521, 522, 523).contains(answer.status())
                && StatusJudge.gatekeeper(answer).isEmpty();
    return notUpYet && !left().isZero();
  }

  private static PreflightCheck check(Probe probe, Answer answer, Finding finding) {
    return new PreflightCheck(
        probe.title(),
        finding.fix() == null,
        probe.expected(),
        finding.observed(),
        answer.traceId(),
        answer.status(),
        answer.elapsedMs(),
        finding.fix());
  }

  private Finding finding(Probe probe, Answer answer, Duration limit) {
    Quote quote = Quote.without(secrets());
    if (answer.status() == null) {
      return Unreachable.explain(answer, target.chatUrl().uri(), limit, quote);
    }
    StatusJudge byStatus = new StatusJudge(answer, quote);
    if (probe != Probe.WITH_TOKEN) {
      return byStatus.judge(probe);
    }
    return switch (answer.status()) {
      case 200 -> new ChatJudge(limit, quote).judge(answer);
      case 401, 403 -> byStatus.tokenRefused();
      default -> byStatus.unexpected();
    };
  }
}
