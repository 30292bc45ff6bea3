package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.OnIdleMachine;
import chatload.tool.Version;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services that treat clients differently by what these send. */
@OnIdleMachine
class PickyServicesTest {

  private StubService service;

  @BeforeEach
  void start() throws Exception {
    service = StubService.start();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private PreflightReport run() throws InterruptedException {
    return Targets.run(Targets.at(service.chatUrl()));
  }

  /** Every answer is {@code status} unless the request is as wanted. */
  private void refuse(int status, Predicate<HttpExchange> isWanted) {
    for (Probe probe : Probe.values()) {
      StubService.Answer usual = service.answer(probe);
      service.answering(
          probe,
          exchange -> {
            if (isWanted.test(exchange)) {
              usual.to(exchange);
            } else {
              StubService.json(status, "{}").to(exchange);
            }
          });
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  @Test
  void whoeverWantsAUserAgentGetsOne() throws Exception {
    refuse(403, exchange -> header(exchange, "user-agent").startsWith("chatload/"));

    assertThat(run().passed()).isTrue();
    assertThat(service.received.get(4).header("user-agent"))
        .isEqualTo("chatload/" + Version.CHATLOAD);
  }

  @Test
  void whoeverWantsEventStreamsToBeAcceptedGetsThat() throws Exception {
    refuse(
        406,
        exchange ->
            exchange.getRequestMethod().equals("GET")
                ? header(exchange, "accept").contains("application/json")
                : header(exchange, "accept").contains("text/event-stream"));

    assertThat(run().passed()).isTrue();
  }

  @Test
  void whatBrowsersCanDecodeIsAcceptedWithEveryRequest() throws Exception {
    run();

    assertThat(service.received)
        .allSatisfy(
            request ->
                assertThat(request.header("accept-encoding")).isEqualTo("gzip, deflate, br"));
  }

  /** Compresses each event so far that it can be read at once. */
  private static void gzipped(HttpExchange exchange, long pauseMillis)
      throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("content-type", "text/event-stream");
    exchange.getResponseHeaders().set("content-encoding", "gzip");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = new GZIPOutputStream(exchange.getResponseBody(), true);
    for (String event : StubService.REPLY.split("(?<=\n\n)")) {
      out.write(event.getBytes(StandardCharsets.UTF_8));
      out.flush();
      exchange.getResponseBody().flush();
      Thread.sleep(pauseMillis);
    }
    out.close();
  }

  @Test
  void aCompressedTokenIsThereWhenItIsFlushed() throws Exception {
    service.answering(Probe.WITH_TOKEN, exchange -> gzipped(exchange, 200));

    PreflightCheck chat = run().checks().get(4);

    assertThat(chat.passed()).as(chat.observed()).isTrue();
    double first =
        Double.parseDouble(chat.observed().replaceAll(".*first token after ([0-9.]+) ms.*", "$1"));
    assertThat(first).isBetween(200.0, 550.0);
    assertThat(chat.observed()).doesNotContain("nothing was streamed");
  }

  @Test
  void whatIsHeldBackForThoseWhoAcceptGzipIsSeenAsBrowsersSeeIt() throws Exception {
    service.answering(
        Probe.WITH_TOKEN,
        exchange -> {
          if (header(exchange, "accept-encoding").contains("gzip")) {
            Thread.sleep(500);
            gzipped(exchange, 0);
          } else {
            StubService.stream(StubService.REPLY).to(exchange);
          }
        });

    PreflightCheck chat = run().checks().get(4);

    assertThat(chat.passed()).isTrue();
    assertThat(chat.observed()).doesNotMatch("first token after \\d{1,2}\\..*");
    assertThat(chat.observed()).contains("nothing was streamed");
  }

  @Test
  void aReplyThatIsHeldBackIsRemarkedOnAndPasses() throws Exception {
    service.answering(
        Probe.WITH_TOKEN,
        exchange -> {
          Thread.sleep(300);
          StubService.stream(StubService.REPLY).to(exchange);
        });

    PreflightCheck chat = run().checks().get(4);

    assertThat(chat.passed()).isTrue();
    assertThat(chat.observed()).contains("nothing was streamed");
  }

  @Test
  void aCodingThatWasNotAskedForIsNamed() throws Exception {
    service.answering(
        Probe.WITH_TOKEN,
        exchange -> {
          exchange.getResponseHeaders().set("content-encoding", "zstd");
          StubService.stream("\u0028\u00b5/\u00fd...").to(exchange);
        });

    PreflightCheck chat = run().checks().get(4);

    assertThat(chat.passed()).isFalse();
    assertThat(chat.observed()).contains("zstd");
  }

  @Test
  void aSlowStartIsWaitedForAndSaid() throws Exception {
    long up = System.nanoTime() + Duration.ofMillis(1500).toNanos();
    refuse(503, exchange -> System.nanoTime() > up);

    var said = new java.util.ArrayList<String>();
    PreflightTarget target =
        Targets.at(
            service.chatUrl(),
            Targets.IDENTITY,
            chatload.settings.ClientSettings.defaults(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10));
    PreflightReport report;
    try (var client = new chatload.load.preflight.PreflightClient(target)) {
      report = Preflight.run(target, client, said::add);
    }

    assertThat(report.passed()).as(report.toString()).isTrue();
    assertThat(said).hasSize(1);
    assertThat(said.get(0)).contains("Not up yet: 503").contains("10 s (--wait)");
  }

  @Test
  void theWaitForASlowStartHasALimit() throws Exception {
    refuse(503, exchange -> false);
    long start = System.nanoTime();
    PreflightReport report =
        Targets.run(
            Targets.at(
                service.chatUrl(),
                Targets.IDENTITY,
                chatload.settings.ClientSettings.defaults(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2)));

    assertThat(report.passed()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(1900), Duration.ofMillis(4500));
  }

  @Test
  void aHealthAnswerThatTakesLongerThanAUsualRequestIsWaitedFor() throws Exception {
    StubService.Answer usual = service.answer(Probe.HEALTH);
    service.answering(
        Probe.HEALTH,
        exchange -> {
          Thread.sleep(2600);
          usual.to(exchange);
        });
    PreflightReport report =
        Targets.run(
            Targets.at(
                service.chatUrl(),
                Targets.IDENTITY,
                chatload.settings.ClientSettings.defaults(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(8)));

    assertThat(report.passed()).as(report.toString()).isTrue();
  }
}
