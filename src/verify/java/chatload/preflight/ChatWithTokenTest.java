package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatWithTokenTest {
  private static final String TOKEN = "event: token\ndata: {\"text\":\"hi\"}\n\n";

  private StubService service;

  @BeforeEach
  void start() throws Exception {
    service = StubService.start();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private PreflightCheck check(StubService.Answer answer, Duration limit) throws Exception {
    service.answering(Probe.WITH_TOKEN, answer);
    return Targets.run(Targets.at(service.chatUrl(), Targets.IDENTITY, false, limit))
        .checks()
        .get(4);
  }

  /** {@code ;} stands for a line end. */
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "event: done;data: {};; | an end without any token before it | model key",
        "event: token;data: {\"text\":\"\"};;event: done;data: {};; | without any token | model key",
        "event: token;data: {\"text\":\"服务暂时不可用\"};;event: done;data: {\"degraded\":true};;"
            + " | the reply is degraded: 服务暂时不可用 | internal error",
        "event: token;data: {\"text\":\"当前模型\"};;event: token;data: {\"text\":\"服务暂时不可用，请\"};;"
            + "event: done;data: {\"persistedCount\":2};;"
            + " | the reply is canned: 当前模型服务暂时不可用 | model key",
        "event: token;data: {\"text\":\" 我已经收到你的消息，但\"};;event: done;data: {};;"
            + " | the reply is canned | model key",
        "event: error;data: {\"error\":\"boom\"};; | error event: boom | log",
        "event: token;data: {\"text\":\"hi\"};;event: error;data: boom;; | error event: boom | log",
        "event: token;data: hi;; | a stream that can't be read: token event without a text: hi | --protocol",
        "event: token;data: {\"text\":7};; | a stream that can't be read | --protocol",
        "event: token;data: {\"text\":\"hi\"};;event: done;data: [DONE];;"
            + " | a stream that can't be read: terminal event is not an object: [DONE] | --protocol",
        "event: token;data: {\"text\":\"hi\"};; | then the stream ended without a terminal event | proxy",
        "event: token;data: {\"text\":\"hi\"};;event: done;data: {}; | without a terminal event | proxy",
        ": only a comment;; | no token, then the stream ended without a terminal event | proxy"
      })
  void aStreamThatNoUserShouldGetFails(String events, String observed, String fix)
      throws Exception {
    PreflightCheck check =
        check(StubService.stream(events.replace(';', '\n')), Duration.ofSeconds(5));

    assertThat(check.passed()).isFalse();
    assertThat(check.status()).isEqualTo(200);
    assertThat(check.observed()).contains(observed);
    assertThat(check.fix()).contains(fix);
  }

  @Test
  void aReplyThatMentionsAFallbackLaterIsAnAnswer() throws Exception {
    String events =
        TOKEN + "event: token\ndata: {\"text\":\"当前模型服务暂时不可用\"}\n\nevent: done\ndata: {}\n\n";

    assertThat(check(StubService.stream(events), Duration.ofSeconds(5)).passed()).isTrue();
  }

  @Test
  void anAnswerThatIsNoEventStreamFails() throws Exception {
    PreflightCheck check =
        check(StubService.answer(200, "text/html", "<h1>Welcome</h1>"), Duration.ofSeconds(5));

    assertThat(check.passed()).isFalse();
    assertThat(check.observed())
        .isEqualTo("200, but content-type \"text/html\": \"<h1>Welcome</h1>\"");
    assertThat(check.fix()).contains("Something else than the chat service");
  }

  @ParameterizedTest
  @CsvSource({"true, first token after", "false, no token"})
  void aStreamThatNeverEndsIsCutAtTheLimit(boolean withToken, String soFar) throws Exception {
    PreflightCheck check =
        check(
            exchange -> {
              StubService.stream(withToken ? TOKEN : ": start\n\n").to(exchange);
              while (true) {
                exchange.getResponseBody().write(": heartbeat\n\n".getBytes("UTF-8"));
                exchange.getResponseBody().flush();
                Thread.sleep(10);
              }
            },
            Duration.ofMillis(700));

    assertThat(check.passed()).isFalse();
    assertThat(check.observed()).contains(soFar).contains("no end within 700 ms");
    assertThat(check.elapsedMs()).isBetween(690.0, 3000.0);
  }

  @Test
  void aStreamWithoutAnyLineIsCutBeforeItFillsTheMemory() throws Exception {
    byte[] flood = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
    PreflightCheck check =
        check(
            exchange -> {
              StubService.stream("data: ").to(exchange);
              while (true) {
                exchange.getResponseBody().write(flood);
              }
            },
            Duration.ofSeconds(20));

    assertThat(check.observed()).contains("an event is longer than 8388608 bytes");
    assertThat(check.elapsedMs()).isLessThan(10_000);
  }

  @Test
  void aConnectionThatBreaksInMidStreamFails() throws Exception {
    PreflightCheck check =
        check(
            exchange -> {
              exchange.getResponseHeaders().set("content-type", "text/event-stream");
              exchange.sendResponseHeaders(200, 1000);
              exchange.getResponseBody().write(TOKEN.getBytes(StandardCharsets.UTF_8));
              exchange.getResponseBody().flush();
            },
            Duration.ofSeconds(5));

    assertThat(check.passed()).isFalse();
    assertThat(check.observed()).contains("first token after").contains("then the stream broke");
  }

  @Test
  void aServiceThatDoesNotAnswerTheChatIsCutAtTheLimit() throws Exception {
    PreflightCheck check = check(exchange -> Thread.sleep(60_000), Duration.ofMillis(700));

    assertThat(check.status()).isNull();
    assertThat(check.observed()).contains("time-out").contains("did not answer within 700 ms");
    assertThat(check.elapsedMs()).isBetween(690.0, 3000.0);
  }
}
