package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.protocol.ChatReading.Step;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatReadingTest {

  private final ChatReading reading =
      new ChatReading(
          ChatProtocol.EYWA, List.of("当前模型服务暂时不可用"), text -> text.replace("s3cret", "(secret)"));

  @Test
  void aTokenAndATerminalEventMakeAnOkChat() {
    assertThat(reading.event("meta", "{\"traceId\":\"t\"}", 1)).isEqualTo(Step.NOTHING);
    assertThat(reading.event("token", "{\"text\":\"\"}", 2)).isEqualTo(Step.NOTHING);
    assertThat(reading.event("token", "{\"text\":\"好\"}", 3)).isEqualTo(Step.FIRST_TOKEN);
    assertThat(reading.event("token", "{\"text\":\"的\"}", 10)).isEqualTo(Step.TOKEN);
    assertThat(reading.event("token", "{\"text\":\"。\"}", 12)).isEqualTo(Step.TOKEN);
    assertThat(reading.event("done", "{\"persistedCount\":2}", 20)).isEqualTo(Step.TERMINAL);
    assertThat(reading.ended(null, 1)).isEqualTo(Step.NOTHING);

    assertThat(reading.outcome()).isEqualTo(Outcome.OK);
    assertThat(reading.cause()).isNull();
    assertThat(reading.firstTokenNanos()).isEqualTo(3);
    assertThat(reading.terminalNanos()).isEqualTo(20);
    assertThat(reading.pace().longestGapNanos()).isEqualTo(7);
    assertThat(reading.chunks()).isEqualTo(3);
    assertThat(reading.persistedCount()).isEqualTo(2);
  }

  @Test
  void aCannedReplyIsAFailureHoweverItWasSliced() {
    reading.event("token", "{\"text\":\"当前模型\"}", 1);
    reading.event("token", "{\"text\":\"服务暂时不可用，请稍后再试。\"}", 2);
    assertThat(reading.event("done", "{}", 3)).isEqualTo(Step.FAILED);
    assertFailed(Outcome.FALLBACK_REPLY, Cause.MODEL);
  }

  @Test
  void aDegradedReplyIsAFailure() {
    reading.event("token", "{\"text\":\"服务暂时不可用\"}", 1);
    reading.event("done", "{\"degraded\":true}", 2);
    assertFailed(Outcome.DEGRADED, Cause.SERVICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"true\"", "\"yes\"", "1", "{}", "[]"})
  void whateverElseAServiceSaysOfDegradedIsAFailure(String degraded) {
    reading.event("token", "{\"text\":\"a\"}", 1);
    reading.event("done", "{\"degraded\":" + degraded + "}", 2);
    assertFailed(Outcome.DEGRADED, Cause.SERVICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "null", "0", "\"\"", "\"false\""})
  void aReplyIsNotDegradedIfTheServiceSaysSo(String degraded) {
    reading.event("token", "{\"text\":\"a\"}", 1);
    assertThat(reading.event("done", "{\"degraded\":" + degraded + "}", 2))
        .isEqualTo(Step.TERMINAL);
  }

  @Test
  void aTokenWithALostCharacterIsAFailure() {
    assertThat(reading.event("token", "{\"text\":\"\uFFFD高\"}", 1)).isEqualTo(Step.FAILED);
    assertFailed(Outcome.MALFORMED, Cause.PROTOCOL);
  }

  @Test
  void aTerminalEventBeforeAnyTokenIsEmpty() {
    reading.event("token", "{\"text\":\"\"}", 1);
    assertThat(reading.event("done", "{}", 2)).isEqualTo(Step.FAILED);
    assertFailed(Outcome.EMPTY, Cause.MODEL);
  }

  @Test
  void anErrorEventFailsTheChatAtOnceAndKeepsItsWordsWithoutSecrets() {
    assertThat(reading.event("error", "{\"error\":\"bad key s3cret\"}", 1)).isEqualTo(Step.FAILED);
    assertFailed(Outcome.ERROR_EVENT, Cause.SERVICE);
    assertThat(reading.error()).isEqualTo("error event: bad key (secret)");
  }

  @Test
  void aCleanEndWithoutTerminalEventIsTruncated() {
    reading.event("token", "{\"text\":\"好\"}", 1);
    assertThat(reading.ended(null, 1)).isEqualTo(Step.FAILED);
    assertFailed(Outcome.TRUNCATED, Cause.SERVICE);
  }

  @Test
  void aSecondTerminalEventIsMalformed() {
    reading.event("token", "{\"text\":\"好\"}", 1);
    reading.event("done", "{}", 2);
    reading.event("done", "{}", 3);
    assertFailed(Outcome.MALFORMED, Cause.PROTOCOL);
  }

  @Test
  void aTokenAfterTheTerminalEventIsMalformed() {
    reading.event("token", "{\"text\":\"好\"}", 1);
    reading.event("done", "{}", 2);
    reading.event("token", "{\"text\":\"的\"}", 3);
    assertFailed(Outcome.MALFORMED, Cause.PROTOCOL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not JSON", "{", "[]", "{\"text\":3}", "{\"other\":\"x\"}", "null"})
  void aTokenThatCanNotBeReadIsMalformed(String data) {
    reading.event("token", data, 1);
    assertFailed(Outcome.MALFORMED, Cause.PROTOCOL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[DONE]", "{"})
  void aTerminalEventThatCanNotBeReadIsMalformed(String data) {
    reading.event("token", "{\"text\":\"好\"}", 1);
    reading.event("done", data, 2);
    assertFailed(Outcome.MALFORMED, Cause.PROTOCOL);
  }

  @Test
  void theFirstFailureStands() {
    reading.fail(Outcome.STREAM_CUT, Cause.NETWORK, "cut");
    reading.event("error", "{}", 1);
    reading.fail(Outcome.TOTAL_TIMEOUT, Cause.SERVICE, "late");
    assertFailed(Outcome.STREAM_CUT, Cause.NETWORK);
    assertThat(reading.error()).isEqualTo("cut");
  }

  @Test
  void heartbeatsAndUnknownEventsAreNoTokens() {
    reading.event("ping", "{\"text\":\"x\"}", 1);
    reading.event("message", "{\"text\":\"x\"}", 2);
    assertThat(reading.hasToken()).isFalse();
    assertThat(reading.lastEvent()).isEqualTo("message");
  }

  @Test
  void onceItHasFailedNothingChangesAnyMore() {
    reading.event("token", "{\"text\":\"好\"}", 1);
    assertThat(reading.fail(Outcome.STREAM_CUT, Cause.NETWORK, "cut")).isEqualTo(Step.FAILED);
    assertThat(reading.event("token", "{\"text\":\"的\"}", 2)).isEqualTo(Step.NOTHING);
    assertThat(reading.fail(Outcome.EMPTY, Cause.MODEL, "late")).isEqualTo(Step.NOTHING);
    assertThat(reading.ended(null, 1)).isEqualTo(Step.NOTHING);
    assertThat(reading.chunks()).isEqualTo(1);
    assertThat(reading.lastEvent()).isEqualTo("token");
    assertThat(reading.reply()).hasToString("好");
  }

  @Test
  void whatHappenedAtItsStartHappened() {
    assertThat(reading.hasToken()).isFalse();
    assertThat(reading.hasTerminal()).isFalse();
    reading.event("token", "{\"text\":\"好\"}", 0);
    assertThat(reading.hasToken()).isTrue();
    assertThat(reading.pace().longestGapNanos()).isNegative();
    assertThat(reading.event("token", "{\"text\":\"的\"}", 0)).isEqualTo(Step.TOKEN);
    assertThat(reading.pace().longestGapNanos()).isZero();
    reading.event("done", "{}", 0);
    assertThat(reading.hasTerminal()).isTrue();
    assertThat(reading.terminalNanos()).isZero();
    assertThat(reading.persistedCount()).isNull();
    assertThat(reading.error()).isNull();
  }

  @Test
  void anEventWithoutDataIsNotTheLastOne() {
    assertThat(reading.lastEvent()).isNull();
    reading.event("meta", "{}", 1);
    assertThat(reading.event("ping", null, 2)).isEqualTo(Step.NOTHING);
    assertThat(reading.lastEvent()).isEqualTo("meta");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          token | {"text":"x�s3cret"} | a token with lost characters: x�(secret)
          token | {"other":"x"} | token event without a text: {"other":"x"}
          token | {"text":"x"} | token after the terminal event
          done | {} | a second terminal event
          done | [] | terminal event is not an object: []
          error | | error event: (without data)
          """)
  void aFailureSaysWhatWasWrong(String name, String data, String error) {
    reading.event("token", "{\"text\":\"好\"}", 1);
    reading.event("done", "{}", 2);
    assertThat(reading.event(name, data, 3)).isEqualTo(Step.FAILED);
    assertThat(reading.error()).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"degraded":true} | the reply is degraded: Sorry, s3cret
          {"truncated":true} | the reply was cut short: truncated true
          {"finishReason":"LENGTH"} | the reply was cut short: finish reason length
          """)
  void aReplyThatIsNotWholeSaysWhy(String done, String error) {
    reading.event("token", "{\"text\":\" Sorry,\"}", 1);
    reading.event("token", "{\"text\":\" \"}", 1);
    reading.event("token", "{\"text\":\"s3cret\"}", 1);
    assertThat(reading.event("done", done, 2)).isEqualTo(Step.FAILED);
    assertThat(reading.error()).isEqualTo(error.replace("s3cret", "(secret)"));
  }

  private void assertFailed(Outcome outcome, Cause cause) {
    assertThat(reading.hasFailed()).isTrue();
    assertThat(reading.outcome()).isEqualTo(outcome);
    assertThat(reading.cause()).isEqualTo(cause);
  }
}
