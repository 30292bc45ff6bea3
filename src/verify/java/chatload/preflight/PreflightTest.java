package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreflightTest {
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern TIMES =
      Pattern.compile("first token after ([0-9.]+) ms, done after ([0-9.]+) ms, persistedCount 2");

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

  @Test
  void aHealthyServicePassesEveryCheckInOrder() throws Exception {
    PreflightReport report = run();

    assertThat(report.passed()).isTrue();
    assertThat(report.checks())
        .extracting(PreflightCheck::name)
        .containsExactly(
            "health",
            "chat-without-token",
            "chat-with-identity-headers-only",
            "chat-with-forged-token",
            "chat-with-token");
    assertThat(report.checks())
        .extracting(PreflightCheck::status)
        .containsExactly(200, 401, 401, 401, 200);
    assertThat(report.checks()).extracting(PreflightCheck::fix).containsOnlyNulls();
    assertThat(report.checks()).allSatisfy(check -> assertThat(check.elapsedMs()).isPositive());
    assertThat(report.url()).isEqualTo(service.chatUrl().toString().replace("=eu", "=…"));
    assertThat(report.targetKind()).isEqualTo("external");
    assertThat(report.startedAt()).isEqualTo("2026-03-01T10:00:00.123Z");
  }

  @Test
  void everyRequestCarriesATraceIdOfItsOwnThatTheReportNames() throws Exception {
    PreflightReport report = run();

    List<String> sent =
        service.received.stream().map(request -> request.header("x-trace-id")).toList();
    assertThat(sent).hasSize(5).doesNotHaveDuplicates().allMatch(id -> id.matches(UUID));
    assertThat(report.checks()).extracting(PreflightCheck::traceId).isEqualTo(sent);
    for (var request : service.received) {
      String id = request.header("x-trace-id").replace("-", "");
      assertThat(request.header("traceparent")).matches("00-" + id + "-(?!0{16})[0-9a-f]{16}-01");
    }
  }

  @Test
  void theHealthOfTheServiceIsAskedForNextToTheChatWithoutItsQuery() throws Exception {
    run();

    assertThat(service.received.get(0).method()).isEqualTo("GET");
    assertThat(service.received.get(0).uri()).isEqualTo(URI.create("/api/health"));
    assertThat(service.received.get(1).uri()).isEqualTo(URI.create("/api/chat?region=eu"));
  }

  @Test
  void theChatsDifferInTheirThreadIdAndInTheirCredentials() throws Exception {
    run();

    for (int n : new int[] {1, 2, 3, 4}) {
      StubService.Received chat = service.received.get(n);
      assertThat(chat.header("content-type")).isEqualTo("application/json");
      assertThat(Json.MAPPER.readTree(chat.body()))
          .isEqualTo(
              Json.MAPPER
                  .createObjectNode()
                  .put("threadId", "scenario-preflight-" + n)
                  .put("message", "请记住我偏好高铁"));
      assertThat(chat.header("x-tenant-id")).isEqualTo(n == 2 ? "t-loadtest" : null);
      assertThat(chat.header("x-user-id")).isEqualTo(n == 2 ? "u-loadtest" : null);
      assertThat(chat.header("authorization"))
          .satisfies(
              sent -> {
                switch (n) {
                  case 3 -> assertForged(sent);
                  case 4 -> assertThat(sent).isEqualTo("Bearer " + token());
                  default -> assertThat(sent).isNull();
                }
              });
    }
  }

  private static String token() {
    return Targets.TOKENS.token().reveal();
  }

  /** As the real one, and signed by nobody who knows the secret. */
  private static void assertForged(String authorization) {
    int signature = "Bearer ".length() + token().lastIndexOf('.') + 1;
    assertThat(authorization)
        .startsWith("Bearer " + token().substring(0, token().lastIndexOf('.') + 1))
        .hasSameSizeAs("Bearer " + token())
        .isNotEqualTo("Bearer " + token());
    assertThat(authorization.substring(signature)).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void aReadyTokenIsForgedLikeOneThatIsSignedHere() throws Exception {
    PreflightReport report = Targets.run(Targets.withReadyToken(service.chatUrl()));

    assertThat(report.passed()).as(report.toString()).isTrue();
    assertForged(service.received.get(3).header("authorization"));
    assertThat(service.received.get(4).header("authorization")).isEqualTo("Bearer " + token());
  }

  @Test
  void anIdentityThatNoHeaderCanCarryIsEncodedForTheCheckWithHeaders() throws Exception {
    PreflightReport report =
        Targets.run(
            Targets.at(
                service.chatUrl(), Targets.identity("租户", "a\r\nb"), false, Duration.ofSeconds(5)));

    assertThat(report.passed()).isTrue();
    assertThat(service.received.get(2).header("x-tenant-id")).isEqualTo("%E7%A7%9F%E6%88%B7");
    assertThat(service.received.get(2).header("x-user-id")).isEqualTo("a%0D%0Ab");
  }

  @Test
  void theEmbeddedServiceIsRecognizedByItsServerHeader() throws Exception {
    service.answering(
        Probe.WITHOUT_TOKEN,
        exchange -> {
          exchange.getResponseHeaders().set("Server", "chatload-embedded-target");
          exchange.sendResponseHeaders(401, -1);
        });

    assertThat(run().targetKind()).isEqualTo("embedded");
  }

  @Test
  void theFirstTokenIsTimedWhenItArrivesAndNotWhenTheReplyIsComplete() throws Exception {
    String[] halves = StubService.REPLY.split("(?<=为你\"}\n\n)", 2);
    service.answering(
        Probe.WITH_TOKEN,
        exchange -> {
          exchange.getResponseHeaders().set("content-type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(halves[0].getBytes("UTF-8"));
          exchange.getResponseBody().flush();
          Thread.sleep(400);
          exchange.getResponseBody().write(halves[1].getBytes("UTF-8"));
        });

    PreflightCheck chat = run().checks().get(4);

    assertThat(chat.passed()).isTrue();
    Matcher times = TIMES.matcher(chat.observed());
    assertThat(times.matches()).as(chat.observed()).isTrue();
    double firstTokenMs = Double.parseDouble(times.group(1));
    double doneMs = Double.parseDouble(times.group(2));
    assertThat(doneMs - firstTokenMs).isBetween(300.0, 2000.0);
    assertThat(chat.elapsedMs()).isBetween(doneMs, doneMs + 100);
  }

  @Test
  void theChatIsOverWithItsTerminalEventAlsoWhenTheResponseStaysOpen() throws Exception {
    service.answering(
        Probe.WITH_TOKEN,
        exchange -> {
          StubService.stream(StubService.REPLY).to(exchange);
          exchange.getResponseBody().flush();
          Thread.sleep(60_000);
        });

    PreflightCheck chat = run().checks().get(4);

    assertThat(chat.passed()).isTrue();
    assertThat(chat.elapsedMs()).isLessThan(4000);
  }

  @Test
  void aServiceThatRemembersNothingPassesButIsTold() throws Exception {
    service.answering(
        Probe.WITH_TOKEN, StubService.stream(StubService.REPLY.replace("Count\":2", "Count\":0")));

    PreflightCheck chat = run().checks().get(4);

    assertThat(chat.passed()).isTrue();
    assertThat(chat.observed()).contains("persistedCount 0 (nothing was remembered");
  }

  @Test
  void aServiceThatSaysNothingOfMemoryPasses() throws Exception {
    service.answering(
        Probe.WITH_TOKEN,
        StubService.stream("event: token\ndata: {\"text\":\"hi\"}\n\nevent: done\ndata: {}\n\n"));

    PreflightCheck chat = run().checks().get(4);

    assertThat(chat.passed()).isTrue();
    assertThat(chat.observed()).doesNotContain("persistedCount");
  }
}
