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
        "errors were not found",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          message | {"error":{"message":"down","code":5}} | down
          message | {"error":{"message":"","code":5}} | {"message":"","code":5}
          message | {"error":{"message":7}} | {"message":7}
          message | {"error":"down"} | down
          message | {"error":5} | 5
          message | {"error":"","errors":["a"]} | ["a"]
          message | {"error":"a","errors":["b"],"data":{"error":"c"}} | a
          message | {"payload":{"error":"b"},"data":{"error":"a"}} | b
          message | {"response":{"type":"error"}} | {"type":"error"}
          message | {"event":"Error","n":1} | {"event":"Error","n":1}
          message | {"finish_reason":"Content_Filter"} | finish reason content_filter
          message | {"finishReason":3,"stop_reason":"abort"} | finish reason abort
          message | {"error":"x | {"error":"x
          meta | {"traceId":"t","error":"down"} | down
          meta | ' {"error":"x"}' | x
          token | {"error":"x | {"error":"x
          done | {"error":"x | {"error":"x
          done | {"success":false} | success false
          done | {"ok":false} | ok false
          done | {"status":"Failed"} | status Failed
          done | {"status":"Service Unavailable"} | status Service Unavailable
          done | {"message":"Bad gateway"} | message Bad gateway
          done | {"code":500,"message":7} | code 500
          error | down | down
          error | {"error":null} | {"error":null}
          error | {"error":{"message":"down"}} | down
          """)
  void theServicesOwnWordsAreKept(String name, String data, String words) {
    reading.event("token", "{\"text\":\"好\"}", 1);
    assertThat(reading.event(name, data, 2)).isEqualTo(Step.FAILED);
    assertThat(reading.outcome()).isEqualTo(Outcome.ERROR_EVENT);
    assertThat(reading.error()).isEqualTo("error event: " + words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"success\":true,\"ok\":true}",
        "{\"success\":\"maybe\",\"ok\":0}",
        "{\"status\":\"fine\"}",
        "{\"error\":\" None \"}",
        "{\"errors\":{}}",
        "{\"type\":\"result\"}",
        "{\"truncated\":false}",
        "{\"persistedCount\":\"many\"}",
        "{\"persistedCount\":4294967296}"
      })
  void aTerminalEventThatSaysItWentWellIsOne(String done) {
    reading.event("token", "{\"text\":\"好\"}", 1);
    assertThat(reading.event("done", done, 2)).isEqualTo(Step.TERMINAL);
    assertThat(reading.persistedCount()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"4095, FAILED", "4096, NOTHING"})
  void ofBrokenTextTheBeginningIsSearchedForAnError(int at, Step step) {
    String error = "\"error\":";
    String data = "{" + " ".repeat(at - 1 - error.length()) + error + "1";
    assertThat(data.indexOf('1')).isEqualTo(at);
    assertThat(reading.event("message", data, 1)).isEqualTo(step);
  }

  /** An expression that goes one call deeper with each character would end in a full stack. */
  @ParameterizedTest
  @ValueSource(strings = {"tools", "a.", "x_", "s", "no_", "((", "0", "Error", "timed_out "})
  void wordsOfAnyLengthAreRead(String piece) {
    String words = piece.repeat(50_000) + "!";
    String member = "\":\"" + words + "\",\"";
    reading.event("token", "{\"text\":\"好\"}", 1);
    reading.event("message", words, 2);
    reading.event(words, "{\"type" + member + "status" + member + words + "\":{}}", 2);
    assertThat(reading.event("done", "{\"reason" + member + "code\":0}", 3))
        .isEqualTo(Step.TERMINAL);
  }

  private void assertFailed(Outcome outcome, Cause cause) {
    assertThat(reading.hasFailed()).isTrue();
    assertThat(reading.outcome()).isEqualTo(outcome);
    assertThat(reading.cause()).isEqualTo(cause);
  }
}
