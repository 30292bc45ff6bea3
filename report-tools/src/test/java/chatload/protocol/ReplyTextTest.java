package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.protocol.ChatReading.Step;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {

  private final ChatReading reading =
      new ChatReading(
          ChatProtocol.EYWA, List.of("当前模型服务暂时不可用"), text -> text.replace("s3cret", "(secret)"));

  @ParameterizedTest
  @ValueSource(strings = {" ", "\\n", "\\u3000", "\\u00a0", "\\r\\n\\t", "\\u2003", "\\u0085"})
  void aReplyOfBlanksAloneIsEmpty(String blank) {
    assertThat(reading.event("token", "{\"text\":\"" + blank + "\"}", 1)).isEqualTo(Step.NOTHING);
    reading.event("token", "{\"text\":\"" + blank + blank + "\"}", 2);
    reading.event("done", "{}", 3);
    assertFailed(Outcome.EMPTY, Cause.MODEL);
    assertThat(reading.hasToken()).isFalse();
  }

  @Test
  void ofAVeryLongReplyTheBeginningIsKeptAndAllOfItIsCounted() {
    String large = "{\"text\":\"" + "高".repeat(50_000) + "\"}";
    for (int at = 1; at <= 3; at++) {
      reading.event("token", large, at);
    }
    assertThat(reading.reply()).hasSize(65_536);
    assertThat(reading.chunks()).isEqualTo(3);
    assertThat(reading.event("done", "{}", 4)).isEqualTo(Step.TERMINAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200b", "\u200d", "\ufeff", "\u2060", "\u00ad", "\u3164", "\u2800", "\ufe0f", "\u0007"
      })
  void aReplyThatRendersAsNothingIsEmpty(String nothing) {
    reading.event("token", Json.MAPPER.createObjectNode().put("text", nothing).toString(), 1);
    reading.event("done", "{}", 2);
    assertFailed(Outcome.EMPTY, Cause.MODEL);
  }

  @Test
  void theFirstTokenIsTheFirstTextThatCanBeSeen() {
    reading.event("token", "{\"text\":\"\\n\"}", 52);
    reading.event("token", "{\"text\":\"\\u200b \"}", 1000);
    assertThat(reading.event("token", "{\"text\":\"\\n好\"}", 4000)).isEqualTo(Step.FIRST_TOKEN);
    reading.event("token", "{\"text\":\" \"}", 4500);
    reading.event("token", "{\"text\":\"的\"}", 5000);
    reading.event("done", "{}", 6000);
    assertThat(reading.outcome()).isEqualTo(Outcome.OK);
    assertThat(reading.firstTokenNanos()).isEqualTo(4000);
    assertThat(reading.pace().longestGapNanos()).isEqualTo(1000);
    assertThat(reading.chunks()).isEqualTo(2);
  }

  @Test
  void aCharacterThatTwoTokensShareIsSeenWhenItIsComplete() {
    assertThat(reading.event("token", "{\"text\":\"\\ud83d\"}", 1)).isEqualTo(Step.NOTHING);
    assertThat(reading.event("token", "{\"text\":\"\"}", 2)).isEqualTo(Step.NOTHING);
    assertThat(reading.event("token", "{\"text\":\"\\ude00\"}", 3)).isEqualTo(Step.FIRST_TOKEN);
    assertThat(reading.event("done", "{}", 4)).isEqualTo(Step.TERMINAL);
  }

  @Test
  void theReplyIsTheSameWhereverItsTokensAreCut() {
    reading.event("token", "{\"text\":\"ab\\ud83d\"}", 1);
    assertThat(reading.reply()).hasToString("ab");
    reading.event("token", "{\"text\":\"\\ude00c\"}", 2);
    reading.event("token", "{\"text\":\"d\"}", 3);
    assertThat(reading.reply()).hasToString("ab😀cd");
  }

  @Test
  void blanksBehindTheEndChangeNothing() {
    reading.event("token", "{\"text\":\"好\"}", 1);
    reading.event("done", "{}", 2);
    assertThat(reading.event("token", "{\"text\":\"\\n\"}", 3)).isEqualTo(Step.NOTHING);
    assertThat(reading.outcome()).isEqualTo(Outcome.OK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n\n当前模型服务暂时不可用",
        "\ufeff当前模型服务暂时不可用。",
        "当 前\n模 型服务暂时不可用",
        "当\u200b前模型\u2060服务暂时不可用",
        "\u3000\u00a0当前模型服务暂时不可用，请稍后再试"
      })
  void aCannedReplyIsKnownThroughWhateverShowsNothingAndInAnyPieces(String reply) {
    for (int size = 1; size <= reply.length(); size++) {
      ChatReading pieces = new ChatReading(ChatProtocol.EYWA, List.of("当前模型服务暂时不可用"), text -> text);
      for (int from = 0; from < reply.length(); from += size) {
        String piece = reply.substring(from, Math.min(reply.length(), from + size));
        pieces.event("token", Json.MAPPER.createObjectNode().put("text", piece).toString(), 1);
      }
      pieces.event("done", "{}", 2);
      assertThat(pieces.outcome()).as("pieces of %d", size).isEqualTo(Outcome.FALLBACK_REPLY);
    }
  }

  @Test
  void aCannedReplyIsTheSameInComposedAndDecomposedCharacters() {
    ChatReading french =
        new ChatReading(ChatProtocol.EYWA, List.of("Désolé, le modèle"), text -> text);
    french.event("token", "{\"text\":\"De\u0301sole\u0301, le mode\u0300le\"}", 1);
    french.event("done", "{}", 2);
    assertThat(french.outcome()).isEqualTo(Outcome.FALLBACK_REPLY);
  }

  private void assertFailed(Outcome outcome, Cause cause) {
    assertThat(reading.hasFailed()).isTrue();
    assertThat(reading.outcome()).isEqualTo(outcome);
    assertThat(reading.cause()).isEqualTo(cause);
  }
}
