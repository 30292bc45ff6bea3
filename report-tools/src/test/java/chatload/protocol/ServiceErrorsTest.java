package chatload.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.protocol.ChatReading.Step;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceErrorsTest {

  private final ChatReading reading =
      new ChatReading(
          ChatProtocol.EYWA, List.of("当前模型服务暂时不可用"), text -> text.replace("s3cret", "(secret)"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          message | {"error":{"message":"x"}}
          message | {"error":"x"}
          message | {"error":true}
          message | {"errors":["x"]}
          message | {"type":"error"}
          message | {"object":"error","message":"x"}
          message | {"data":{"error":"x"}}
          message | {"error":"x
          message | {"error":null,"error":"x"}
          meta    | {"traceId":"t","error":"model down"}
          token   | {"text":"好","error":"x"}
          token   | {"error":{"code":500}}
          ping    | {"finishReason":"error"}
          done    | {"error":"x"}
          done    | {"error":{"message":"x"}}
          done    | {"finishReason":"error"}
          done    | {"finish_reason":"ERROR"}
          done    | {"stopReason":"content_filter"}
          ERROR   | {}
          chat.error | x
          stream_error |
          """)
  void whateverSaysErrorIsOneUnderAnyName(String name, String data) {
    reading.event("token", "{\"text\":\"好\"}", 1);
    assertThat(reading.event(name, data, 2)).isEqualTo(Step.FAILED);
    assertFailed(Outcome.ERROR_EVENT, Cause.SERVICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"error\":\"x\"}", "{\"type\":\"error\"}"})
  void anErrorWithoutANameBehindTheEndIsStillOne(String data) {
    reading.event("token", "{\"text\":\"好\"}", 1);
    reading.event("done", "{}", 2);
    reading.event("message", data, 3);
    assertFailed(Outcome.ERROR_EVENT, Cause.SERVICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":null}",
        "{\"error\":false}",
        "{\"error\":\"\"}",
        "{\"error\":{}}",
        "{\"errors\":[]}",
        "{\"error\":\"none\"}",
        "{\"finishReason\":\"stop\"}",
        "{\"finish_reason\":null}",
        "{\"text\":\"error\"}",
        "error",
        "[1]",
        "[DONE]",
        ""
      })
  void whatSaysThatNothingIsWrongIsNoError(String data) {
    reading.event("token", "{\"text\":\"好\"}", 1);
    reading.event("message", data, 2);
    reading.event("meta", data, 2);
    assertThat(reading.event("done", data.startsWith("{") ? data : "{}", 3))
        .isEqualTo(Step.TERMINAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"truncated\":true}",
        "{\"truncated\":\"yes\"}",
        "{\"finishReason\":\"length\"}",
        "{\"stop_reason\":\"max_tokens\"}"
      })
  void aReplyThatTheServiceCallsCutShortIsAFailure(String done) {
    reading.event("token", "{\"text\":\"好\"}", 1);
    reading.event("done", done, 2);
    assertFailed(Outcome.TRUNCATED, Cause.MODEL);
  }

  @Test
  void anEventNamedErrorWithoutDataIsAnErrorThoughTheStandardDropsIt() {
    List<String> outcome = new ArrayList<>();
    SseParser parser =
        new SseParser((name, data) -> outcome.add(reading.event(name, data, 1).name()));
    parser.feed(
        ByteBuffer.wrap("event: ping\n\nevent: error\n: the model is down\n\n".getBytes(UTF_8)));
    assertThat(outcome).containsExactly("NOTHING", "FAILED");
    assertFailed(Outcome.ERROR_EVENT, Cause.SERVICE);
  }

  private void assertFailed(Outcome outcome, Cause cause) {
    assertThat(reading.hasFailed()).isTrue();
    assertThat(reading.outcome()).isEqualTo(outcome);
    assertThat(reading.cause()).isEqualTo(cause);
  }
}
