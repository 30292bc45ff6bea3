package chatload.preflight;

import chatload.auth.Secret;
import chatload.auth.SecretHeader;
import chatload.run.RunManifest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks the target, before any load, whether it is up, insists on its credential, and answers one
 * chat as users should be answered. It sends at most five requests, one after the other, and
 * follows no redirects; while the service is not up yet, it asks the first one again.
 */
public final class Preflight {

  /** Longest wait for one answer while there is time to ask again. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final PreflightTarget target;
  private final Expected expected;
  private final ProbeClient client;
  private final Consumer<String> progress;
  private final long waitUntil;
  private boolean reachable = true;
  private boolean embedded;

  private Preflight(PreflightTarget target, ProbeClient client, Consumer<String> progress) {
    this.target = target;
    this.expected = Expected.of(target);
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
    List<PreflightReport.NotAsked> notAsked = new ArrayList<>();
    for (Probe probe : Probe.values()) {
      Optional<String> whyNot = target.whyNotAsked(probe);
      if (whyNot.isPresent()) {
        notAsked.add(new PreflightReport.NotAsked(probe.title(), whyNot.get()));
      } else if (reachable) {
        checks.add(check(probe, checks.isEmpty()));
      } else {
        checks.add(PreflightCheck.notRun(probe, expected.words(probe)));
      }
    }
    return new PreflightReport(
        PreflightReport.SCHEMA_VERSION,
        startedAt.toString(),
        target.chatUrl().toString(),
        embedded ? RunManifest.Target.EMBEDDED : RunManifest.Target.EXTERNAL,
        checks,
        PreflightReport.allPassed(checks),
        notAsked);
  }

  /**
   * @param isFirst whether nothing is known of the service yet
   */
  private PreflightCheck check(Probe probe, boolean isFirst) throws InterruptedException {
    for (boolean said = false; ; said = true) {
      Duration limit = limit(probe);
      Answer answer = client.send(probe, limit);
      embedded |= answer.embedded();
      Finding finding = finding(probe, answer, limit);
      if (!isFirst || !isWorthAsking(answer)) {
        reachable &= !isFirst || answer.status() != null;
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

  private PreflightCheck check(Probe probe, Answer answer, Finding finding) {
    return new PreflightCheck(
        probe.title(),
        finding.fix() == null,
        expected.words(probe),
        finding.observed(),
        answer.traceId(),
        answer.status(),
        answer.elapsedMs(),
        finding.fix());
  }

  /** What the answer to one chat means, and what to do about it. */
  public static Finding judge(PreflightTarget target, Answer answer, Duration limit) {
    return new Preflight(target, null, null).finding(Probe.WITH_TOKEN, answer, limit);
  }

  private Finding finding(Probe probe, Answer answer, Duration limit) {
    Quote quote = Quote.without(secrets());
    if (answer.status() == null) {
      URI url = probe == Probe.HEALTH ? target.healthUrl().orElseThrow() : target.chatUrl().uri();
      return Unreachable.explain(answer, url, limit, quote);
    }
    StatusJudge byStatus = new StatusJudge(answer, quote, expected);
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
