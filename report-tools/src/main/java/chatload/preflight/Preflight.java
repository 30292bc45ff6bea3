package chatload.preflight;

import chatload.auth.Secret;
import chatload.run.RunManifest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the target, before any load, whether it is up, insists on tokens, and answers one chat as
 * users should be answered. It sends four requests, one after the other, and follows no redirects.
 */
public final class Preflight {
  private static final String EMBEDDED_SERVER = "chatload-embedded-target";

  private final PreflightTarget target;
  private final HttpClient client;
  private boolean reachable = true;
  private boolean embedded;

  private Preflight(PreflightTarget target, HttpClient client) {
    this.target = target;
    this.client = client;
  }

  /**
   * Runs every check; if the first one finds nobody to talk to, the others are not run.
   *
   * @throws InterruptedException if the thread is interrupted while it waits for an answer
   */
  public static PreflightReport run(PreflightTarget target) throws InterruptedException {
    HttpClient.Builder client = HttpClient.newBuilder();
    if (target.tlsInsecure()) {
      client.sslContext(TrustAll.context());
    }
    return run(target, client);
  }

  /** The same with a client that has its own idea of trust. */
  static PreflightReport run(PreflightTarget target, HttpClient.Builder client)
      throws InterruptedException {
    client
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(target.requestLimit());
    return new Preflight(target, client.build()).run();
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
    HttpRequest.Builder request = probe.request(target);
    Quote quote = Quote.without(target.tokens().secrets());
    if (probe != Probe.WITH_TOKEN) {
      return send(probe, request, target.requestLimit(), quote);
    }
    Secret token = target.tokens().token();
    request.setHeader("authorization", "Bearer " + token.reveal());
    return send(probe, request, target.chatLimit(), quote);
  }

  private PreflightCheck send(Probe probe, HttpRequest.Builder request, Duration limit, Quote quote)
      throws InterruptedException {
    try (Exchange exchange = Exchange.send(client, request, limit)) {
      embedded |= exchange.header("server").equals(EMBEDDED_SERVER);
      if (exchange.failure().isPresent()) {
        reachable = probe != Probe.HEALTH;
      }
      Finding finding = finding(probe, exchange, limit, quote);
      return new PreflightCheck(
          probe.title(),
          finding.fix() == null,
          probe.expected(),
          finding.observed(),
          exchange.traceId(),
          exchange.status(),
          exchange.elapsedMs(),
          finding.fix());
    }
  }

  private Finding finding(Probe probe, Exchange exchange, Duration limit, Quote quote) {
    if (exchange.failure().isPresent()) {
      return Unreachable.explain(exchange.failure().get(), target.chatUrl().uri(), limit, quote);
    }
    StatusJudge byStatus = new StatusJudge(exchange, quote);
    if (probe != Probe.WITH_TOKEN) {
      return byStatus.judge(probe);
    }
    return switch (exchange.status()) {
      case 200 -> streamed(exchange, limit, quote);
      case 401, 403 -> byStatus.tokenRefused();
      default -> byStatus.unexpected();
    };
  }

  private Finding streamed(Exchange exchange, Duration limit, Quote quote) {
    if (!exchange.isEventStream()) {
      return Finding.failed(
          "200, but content-type "
              + quote.of(exchange.header("content-type"))
              + ": "
              + quote.of(exchange.excerpt()),
          "Something else than the chat service answers at this URL: check host and path.");
    }
    return new ChatJudge(target.fallbackReplies(), limit, quote).judge(ChatReply.read(exchange));
  }
}
