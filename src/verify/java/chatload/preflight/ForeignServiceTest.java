package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Secret;
import chatload.auth.SecretHeader;
import chatload.protocol.mapping.Protocols;
import chatload.protocol.mapping.Spoken;
import chatload.reach.ChatUrl;
import chatload.settings.ClientSettings;
import chatload.settings.HealthCheck;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that is not the checklist's is asked no more than what is known of it. */
class ForeignServiceTest {

  private StubService service;

  @BeforeEach
  void start() throws Exception {
    service =
        StubService.start()
            .answering(Probe.WITH_TOKEN, StubService.answer(200, "text/plain", "Hi you"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private PreflightReport run(String health) throws InterruptedException {
    return Targets.run(target(service.chatUrl(), health));
  }

  private static PreflightTarget target(URI chat, String health) {
    ClientSettings client =
        new ClientSettings(
            false,
            List.of(),
            false,
            "identity",
            List.of(new SecretHeader("x-gate", new Secret("a-secret"))),
            Spoken.of("text.yaml", Protocols.text("text"), null));
    return new PreflightTarget(
        ChatUrl.of(chat),
        Targets.TOKENS,
        Targets.IDENTITY,
        "hi",
        "scenario",
        client,
        new HealthCheck(health),
        List.of(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(2),
        Duration.ZERO,
        Targets.CLOCK);
  }

  @Test
  void itIsAskedForAChatAndThatItRefusesNobodyAndAForgery() throws Exception {
    PreflightReport report = run(null);

    assertThat(report.passed()).isTrue();
    assertThat(report.checks())
        .extracting(PreflightCheck::name)
        .containsExactly("chat-without-token", "chat-with-forged-token", "chat-with-token");
    assertThat(report.checks())
        .extracting(PreflightCheck::expected)
        .containsExactly("401 or 403", "401 or 403", "200, text/plain, a whole reply");
    assertThat(report.notAsked())
        .extracting(PreflightReport.NotAsked::name)
        .containsExactly("health", "chat-with-identity-headers-only");
    assertThat(report.notAsked().get(0).why()).contains("in text says", "--health names it");
    assertThat(service.received).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "401, {}, true",
    "403, {}, true",
    "400, \"reason\": \"API_KEY_INVALID\", true",
    "400, {}, false",
    "404, {}, false",
    "200, {}, false"
  })
  void aForgeryIsRefusedByAnyStatusThatMeansIt(int status, String body, boolean passes)
      throws Exception {
    service.answering(Probe.FORGED_TOKEN, StubService.json(status, body));

    PreflightReport report = run(null);

    assertThat(report.passed()).isEqualTo(passes);
    assertThat(report.checks().get(1).passed()).isEqualTo(passes);
  }

  @Test
  void oneThatTalksToAnybodyIsToldSoInWordsOfItsOwn() throws Exception {
    service.answering(Probe.WITHOUT_TOKEN, service.answer(Probe.WITH_TOKEN));

    assertThat(run(null).checks().get(0).fix())
        .contains("The service talks to anybody")
        .doesNotContain("AUTH_JWT_SECRET", "ALLOW_INSECURE_CONTEXT");
  }

  @Test
  void itsHealthIsAskedWhereItIsSaid() throws Exception {
    service.answering(Probe.HEALTH, exchange -> exchange.sendResponseHeaders(204, -1));

    PreflightReport report = run("/ready?deep=1");

    assertThat(report.passed()).isTrue();
    assertThat(service.received.get(0).uri()).hasToString("/ready?deep=1");
    assertThat(service.received.get(0).header("x-gate")).isEqualTo("a-secret");
  }

  @Test
  void anotherHostThatKnowsItsHealthGetsNoSecret() throws Exception {
    try (StubService other = StubService.start()) {
      assertThat(run(other.chatUrl().resolve("/up").toString()).passed()).isTrue();

      assertThat(other.received).hasSize(1);
      assertThat(other.received.get(0).header("x-gate")).isNull();
    }
  }

  @Test
  void whileItIsNotUpYetTheFirstRequestIsSentAgain() throws Exception {
    StubService.Answer refusal = service.answer(Probe.WITHOUT_TOKEN);
    service.answering(
        Probe.WITHOUT_TOKEN,
        exchange -> {
          service.answering(Probe.WITHOUT_TOKEN, refusal);
          StubService.json(503, "").to(exchange);
        });
    PreflightTarget impatient = target(service.chatUrl(), null);
    PreflightTarget patient =
        new PreflightTarget(
            impatient.chatUrl(),
            impatient.tokens(),
            impatient.identity(),
            impatient.message(),
            impatient.threadPrefix(),
            impatient.client(),
            impatient.health(),
            impatient.fallbackReplies(),
            impatient.chatLimit(),
            impatient.requestLimit(),
            Duration.ofSeconds(5),
            impatient.clock());

    assertThat(Targets.run(patient).passed()).isTrue();
    assertThat(service.received).hasSize(4);
  }
}
