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

class OtherProtocolTest {

  private final ChatReading reading =
      new ChatReading(
          ChatProtocol.EYWA, List.of("当前模型服务暂时不可用"), text -> text.replace("s3cret", "(secret)"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          message | {"choices":[{"delta":{"content":"Hi"}}]} | OpenAI chat completions
          response.output_text.delta | {"type":"response.output_text.delta","delta":"Hi"} | OpenAI responses
          content_block_delta | {"type":"content_block_delta"} | Anthropic messages
          message | {"type":"text-delta","id":"0","delta":"Hi"} | Vercel AI SDK UI message stream
          message | {"candidates":[{"content":{"parts":[{"text":"Hi"}]}}]} | Gemini
          message | {"event":"message","answer":"Hi"} | Dify
          message | {"type":"TEXT_MESSAGE_CONTENT","delta":"Hi"} | AG-UI
          message | whatever | no protocol that is recognised
          """)
  void aStreamOfAnotherProtocolIsNamedAsThat(String name, String data, String protocol) {
    reading.event(name, data, 1);
    reading.event(name, data, 2);
    assertThat(reading.ended(null, 1)).isEqualTo(Step.FAILED);
    assertFailed(Outcome.OTHER_PROTOCOL, Cause.PROTOCOL);
    assertThat(reading.error()).startsWith("2 events came").endsWith("looks like " + protocol);
  }

  @Test
  void aStreamWithOneEventThatIsKnownIsOfThisProtocol() {
    reading.event("message", "{\"choices\":[]}", 1);
    reading.event("meta", "{}", 2);
    reading.ended(null, 1);
    assertFailed(Outcome.TRUNCATED, Cause.SERVICE);
  }

  @Test
  void aStreamWithoutAnyEventIsTruncated() {
    reading.ended(null, 1);
    assertFailed(Outcome.TRUNCATED, Cause.SERVICE);
  }

  @Test
  void aChatThatIsOverForAnotherReasonIsAlsoAskedWhetherItWasOfThisProtocol() {
    assertThat(reading.failIfOtherProtocol()).as("no event came").isFalse();
    reading.event("ping", null, 1);
    assertThat(reading.failIfOtherProtocol()).as("no data came").isFalse();
    reading.event("message", "{}", 1);
    assertThat(reading.failIfOtherProtocol()).isTrue();
    assertThat(reading.failIfOtherProtocol()).as("it has failed before").isFalse();
    assertThat(reading.error())
        .isEqualTo(
            "1 event came, and none that the protocol eywa knows; this looks like no protocol that"
                + " is recognised");
  }

  @ParameterizedTest
  @ValueSource(strings = {"meta", "token", "done"})
  void anyEventOfThisProtocolMakesItThis(String name) {
    String data = "{\"text\":\"a\"}";
    reading.event("message", "{\"choices\":[]}", 1);
    reading.event(name, data, 2);
    assertThat(reading.failIfOtherProtocol()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"19, OpenAI chat completions", "20, no protocol that is recognised"})
  void onlyTheFirstTwentyEventsAreLookedAt(int others, String protocol) {
    for (int i = 0; i < others; i++) {
      reading.event("message", "{}", 1);
    }
    reading.event("message", "{\"choices\":[]}", 1);
    reading.ended(null, 1);
    assertThat(reading.error()).endsWith("looks like " + protocol);
  }

  private void assertFailed(Outcome outcome, Cause cause) {
    assertThat(reading.hasFailed()).isTrue();
    assertThat(reading.outcome()).isEqualTo(outcome);
    assertThat(reading.cause()).isEqualTo(cause);
  }
}
