package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedCheckTest {
  private StubService service;

  @BeforeEach
  void start() throws Exception {
    service = StubService.start();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private PreflightCheck failure(Probe probe) throws InterruptedException {
    return failure(probe, Duration.ofSeconds(5));
  }

  private PreflightCheck failure(Probe probe, Duration chatLimit) throws InterruptedException {
    PreflightReport report =
        Targets.run(Targets.at(service.chatUrl(), Targets.IDENTITY, false, chatLimit));
    assertThat(report.passed()).isFalse();
    for (PreflightCheck check : report.checks()) {
      assertThat(check.passed()).as(check.name()).isEqualTo(!check.name().equals(probe.title()));
    }
    return report.checks().get(probe.ordinal());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HEALTH | 404 | There is no such endpoint",
        "HEALTH | 401 | protection of preview deployments",
        "HEALTH | 503 | A proxy has no working service behind it",
        "HEALTH | 204 | Check that the URL is that of the chat service",
        "WITHOUT_TOKEN | 200 | The service talks to anybody. Set AUTH_JWT_SECRET",
        "WITHOUT_TOKEN | 400 | The service talks to anybody. Set AUTH_JWT_SECRET",
        "WITHOUT_TOKEN | 404 | There is no such endpoint",
        "WITHOUT_TOKEN | 403 | protection of preview deployments",
        "WITHOUT_TOKEN | 500 | look for the trace id in its log",
        "IDENTITY_HEADERS_ONLY | 200 | without a JWT, so anybody can pose as any user",
        "IDENTITY_HEADERS_ONLY | 200 | Set ALLOW_INSECURE_CONTEXT=0",
        "IDENTITY_HEADERS_ONLY | 400 | Set ALLOW_INSECURE_CONTEXT=0",
        "IDENTITY_HEADERS_ONLY | 429 | The service limits requests",
        "FORGED_TOKEN | 200 | The service does not check the token's signature",
        "FORGED_TOKEN | 400 | Make it verify every token with AUTH_JWT_SECRET",
        "FORGED_TOKEN | 403 | protection of preview deployments",
        "FORGED_TOKEN | 500 | look for the trace id in its log",
        "WITH_TOKEN | 401 | The service does not accept the token",
        "WITH_TOKEN | 403 | The service does not accept the token",
        "WITH_TOKEN | 400 | Check that the URL is that of the chat service",
        "WITH_TOKEN | 429 | The service limits requests",
        "WITH_TOKEN | 500 | look for the trace id in its log"
      })
  void aStatusThatIsNotTheExpectedOneComesWithWhatToDo(Probe probe, int status, String fix)
      throws Exception {
    service.answering(
        probe,
        status == 204
            ? exchange -> exchange.sendResponseHeaders(204, -1)
            : StubService.json(status, "{\"why\":\"nope\"}"));

    PreflightCheck check = failure(probe);

    assertThat(check.status()).isEqualTo(status);
    assertThat(check.observed()).startsWith(String.valueOf(status));
    assertThat(check.fix()).contains(fix);
  }

  @Test
  void aServiceThatTrustsHeadersIsFoundWithoutWaitingForItsReply() throws Exception {
    service.answering(
        Probe.IDENTITY_HEADERS_ONLY,
        exchange -> {
          exchange.getResponseHeaders().set("content-type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().flush();
          Thread.sleep(60_000);
        });

    PreflightCheck check = failure(Probe.IDENTITY_HEADERS_ONLY);

    assertThat(check.observed()).isEqualTo("200");
    assertThat(check.elapsedMs()).isLessThan(1900);
  }

  @Test
  void aServiceThatTakesAnyAuthorizationHeaderIsFoundWithoutWaitingForItsReply() throws Exception {
    service.answering(
        Probe.FORGED_TOKEN,
        exchange -> {
          StubService.stream(": start\n\n").to(exchange);
          exchange.getResponseBody().flush();
          Thread.sleep(60_000);
        });

    PreflightCheck check = failure(Probe.FORGED_TOKEN);

    assertThat(check.observed()).isEqualTo("200");
    assertThat(check.elapsedMs()).isLessThan(1900);
  }

  @ParameterizedTest
  @CsvSource({"401", "500", "200"})
  void aServiceThatRepeatsTheForgedTokenDoesNotGetItIntoTheReport(int status) throws Exception {
    service.answering(
        Probe.FORGED_TOKEN,
        exchange -> {
          String sent = exchange.getRequestHeaders().getFirst("authorization");
          String words = "you sent " + sent + ", its signature " + sent.split("\\.")[2];
          StubService.json(status, words).to(exchange);
        });
    service.answering(
        Probe.WITH_TOKEN,
        exchange -> {
          String forged = service.received.get(3).header("authorization");
          StubService.json(500, "before you sent " + forged.split("\\.")[2]).to(exchange);
        });

    PreflightReport report = Targets.run(Targets.at(service.chatUrl()));

    String forged = service.received.get(3).header("authorization");
    assertThat(Json.PRETTY.writeValueAsString(report))
        .contains("before you sent (secret)")
        .doesNotContain(forged.split("\\.")[2], "eyJ");
  }

  @Test
  void aRedirectIsNamedAndNotFollowed() throws Exception {
    service.answering(
        Probe.WITH_TOKEN,
        exchange -> {
          exchange.getResponseHeaders().set("location", "https://elsewhere.example/api/chat");
          exchange.sendResponseHeaders(308, -1);
        });

    PreflightCheck check = failure(Probe.WITH_TOKEN);

    assertThat(check.status()).isEqualTo(308);
    assertThat(check.fix()).contains("redirects to \"https://elsewhere.example/api/chat\"");
    assertThat(service.received).hasSize(5);
  }

  @Test
  void aPageOfAProxyIsQuotedShortAndWithoutControlCharacters() throws Exception {
    String page = "<html>\r\n\u001b[31mBad\u202e gateway\u001b[0m" + "x".repeat(100_000);
    service.answering(Probe.WITH_TOKEN, StubService.answer(502, "text/html", page));

    PreflightCheck check = failure(Probe.WITH_TOKEN);

    assertThat(check.observed())
        .startsWith("502: \"<html>␍␊␛[31mBad\\u202e gateway␛[0mxxx")
        .endsWith("x…\"")
        .hasSize("502: \"\"".length() + 200);
    assertThat(check.fix()).contains("A proxy has no working service behind it");
  }

  @Test
  void anErrorPageThatNeverEndsIsQuotedWhenItsTimeIsUp() throws Exception {
    service.answering(
        Probe.WITHOUT_TOKEN,
        exchange -> {
          exchange.sendResponseHeaders(500, 0);
          exchange.getResponseBody().write("so far".getBytes("UTF-8"));
          exchange.getResponseBody().flush();
          Thread.sleep(60_000);
        });

    PreflightCheck check = failure(Probe.WITHOUT_TOKEN, Duration.ofMillis(700));

    assertThat(check.observed()).isEqualTo("500: \"so far\"");
    assertThat(check.elapsedMs()).isBetween(600.0, 3000.0);
  }

  @Test
  void aServiceThatDiesLaterStillGetsTheOtherChecks() throws Exception {
    service.answering(Probe.WITHOUT_TOKEN, exchange -> exchange.close());

    PreflightCheck check = failure(Probe.WITHOUT_TOKEN);

    assertThat(check.status()).isNull();
    assertThat(check.traceId()).isEqualTo(service.received.get(1).header("x-trace-id"));
    assertThat(check.observed()).contains("connection lost");
  }

  @ParameterizedTest
  @CsvSource({
    "401, text/plain, ''",
    "500, application/json, ''",
    "200, text/html, ''",
    "200, text/event-stream, 'event: error\ndata: '",
    "200, text/event-stream, 'event: token\ndata: '",
    "200, text/event-stream, 'event: done\ndata: '"
  })
  void aServiceThatRepeatsTheTokenDoesNotGetItIntoTheReport(
      int status, String contentType, String before) throws Exception {
    service.answering(
        Probe.WITH_TOKEN,
        exchange -> {
          String sent = exchange.getRequestHeaders().getFirst("authorization");
          StubService.answer(status, contentType, before + "you sent " + sent + "\n\n")
              .to(exchange);
        });

    PreflightReport report = Targets.run(Targets.at(service.chatUrl()));

    StringWriter printed = new StringWriter();
    report.print(new PrintWriter(printed), false);
    assertThat(printed.toString()).contains("you sent Bearer (secret)");
    String signature = Targets.TOKENS.token().reveal().split("\\.")[2];
    assertThat(printed + Json.PRETTY.writeValueAsString(report))
        .doesNotContain(signature, "eyJ", Targets.SECRET);
  }
}
