package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.run.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How services say that something went wrong, and what merely looks like it. */
class ErrorFormsTest {

  private final ChatReading reading = new ChatReading(ChatProtocol.EYWA, List.of(), text -> text);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          done | {"result":{"error":"model crashed"}}
          done | {"a":[{"b":{"c":{"errors":[{"message":"x"}]}}}]}
          done | {"result":{"status":"failed"}}
          done | {"code":500,"message":"internal"}
          done | {"code":"503"}
          done | {"code":"internal_error"}
          done | {"statusCode":429}
          done | {"status":502}
          done | {"errorCode":"E17","errorMessage":"no model"}
          done | {"error_message":"x"}
          done | {"errmsg":"x","errcode":40001}
          done | {"modelError":"x"}
          done | {"exception":"x"}
          done | {"failure_reason":"x"}
          done | {"error":{"code":0,"message":"x"}}
          done | {"state":"failed"}
          done | {"status":"timed_out"}
          done | {"outcome":"failure"}
          done | {"result":"error"}
          done | {"cancelled":true}
          done | {"timedOut":"true"}
          done | {"success":false}
          done | {"ok":false}
          done | {"reason":"error"}
          done | {"data":{"success":false}}
          done | {"choices":[{"finish_reason":"content_filter"}]}
          done | {"tool":"search","status":"failed"}
          done | {"type":"run.failed"}
          meta | [{"error":"boom"}]
          meta | {"trace":{"error":"boom"}}
          meta | {"message":"Internal server error"}
          meta | {"code":500,"message":"internal"}
          update | {"data":{"code":"504","msg":"too late"}}
          update | {"code":"rate_error","detail":"too many"}
          token | {"text":"好","status":"failed"}
          exception | {"message":"boom"}
          failed | {"message":"boom"}
          response.failed | {"response":{"status":"failed","error":null}}
          RUN_ERROR | {}
          chatFailed | {}
          StreamException | {}
          failed |
          status | {"status":"error"}
          status | failed
          status | "error"
          update | {"state":"timeout"}
          ping | [[{"error":"x"}]]
          tool_error | {}
          tool_result | {"error":"x"}
          step | {"type":"error"}
          message | {"type":"exception","message":"x"}
          message | Internal Server Error
          message | "Internal Server Error"
          message | 502 Bad Gateway
          message | HTTP/1.1 500 x
          message | Error: the model is down
          message | [ERROR] the model is down
          message | error
          message | java.io.IOException: x
          message | TypeError: x is undefined
          message | Traceback (most recent call last):
          message | upstream connect error or disconnect/reset before headers
          message | {"exception":"x"
          message | [{"error":"x"
          """)
  void anEventThatSaysErrorInItsOwnWay(String name, String data) {
    reading.event("token", "{\"text\":\"好\"}", 1);
    reading.event(name, data, 2);
    reading.event("done", "{}", 3);
    assertThat(reading.outcome()).isEqualTo(Outcome.ERROR_EVENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          done | {"incomplete":true} | TRUNCATED
          done | {"partial":true} | TRUNCATED
          done | {"is_partial":1} | TRUNCATED
          done | {"complete":false} | TRUNCATED
          done | {"status":"incomplete"} | TRUNCATED
          done | {"status":"partial"} | TRUNCATED
          done | {"success":"partial"} | TRUNCATED
          done | {"reason":"length"} | TRUNCATED
          done | {"incomplete_details":{"reason":"x"}} | TRUNCATED
          done | {"choices":[{"finish_reason":"length"}]} | TRUNCATED
          done | {"delta":{"stop_reason":"MAX_TOKENS"}} | TRUNCATED
          done | {"data":{"truncated":true}} | TRUNCATED
          done | {"data":{"degraded":true}} | DEGRADED
          done | {"truncated":true,"degraded":true} | DEGRADED
          meta | {"truncated":true} | TRUNCATED
          meta | {"degraded":true} | DEGRADED
          meta | {"finish_reason":"length"} | TRUNCATED
          message | [{"degraded":"yes"}] | DEGRADED
          token | {"text":"的","finish_reason":"length"} | TRUNCATED
          token | {"text":"","degraded":true} | DEGRADED
          response.incomplete | {} | TRUNCATED
          message | {"type":"response.incomplete"} | TRUNCATED
          """)
  void anEventThatSaysThatTheReplyIsNotWhatItShouldBe(String name, String data, Outcome outcome) {
    reading.event("token", "{\"text\":\"好\"}", 1);
    reading.event(name, data, 2);
    reading.event("done", "{}", 3);
    assertThat(reading.outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"{\"degraded\":true}, DEGRADED", "{\"truncated\":true}, TRUNCATED"})
  void whatIsSaidBehindTheEndStillCounts(String data, Outcome outcome) {
    reading.event("token", "{\"text\":\"好\"}", 1);
    reading.event("done", "{}", 2);
    assertThat(reading.event("meta", data, 3)).isEqualTo(ChatReading.Step.FAILED);
    assertThat(reading.outcome()).isEqualTo(outcome);
  }

  @Test
  void aReplyWithoutTextIsEmptyAlthoughItIsCutShort() {
    reading.event("meta", "{\"truncated\":true}", 1);
    reading.event("done", "{}", 2);
    assertThat(reading.outcome()).isEqualTo(Outcome.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          done | {"traceId":"t","retrievedCount":0,"persistedCount":2,"action":null}
          done | {"error":null,"errors":[],"errorCode":0,"errorMessage":"","exception":null}
          done | {"error":"none"}
          done | {"error":"No error"}
          done | {"error":"OK"}
          done | {"error":{"code":0,"message":"ok"}}
          done | {"error":{"code":null,"message":null}}
          done | {"errors":{"count":0,"items":[]}}
          done | {"errcode":0,"errmsg":"ok"}
          done | {"errorCode":"00000"}
          done | {"error_count":3,"errorRate":0.2,"errors_total":2,"failures":1}
          done | {"code":0,"message":"success"}
          done | {"code":200}
          done | {"code":"OK"}
          done | {"code":20000}
          done | {"statusCode":200,"status":"ok"}
          done | {"status":"completed"}
          done | {"status":"success"}
          done | {"state":"done"}
          done | {"state":"no_error"}
          done | {"status":"finished without error"}
          done | {"result":{"status":"ok","error":null}}
          done | {"outcome":"not_failed"}
          done | {"cancelled":false,"timedOut":false,"aborted":null}
          done | {"timeout":30}
          done | {"failed":0}
          done | {"success":true,"ok":true}
          done | {"truncated":false,"incomplete":false,"partial":false,"complete":true}
          done | {"finish_reason":"stop","stop_reason":null}
          done | {"choices":[{"finish_reason":"stop"}]}
          done | {"reason":"completed"}
          done | {"degraded":false}
          done | {"message":"The error was mended, nothing failed"}
          done | {"summary":"Error: how to read one"}
          done | {"message":"safety"}
          done | {"incomplete_details":null}
          done | {"usage":{"completion_tokens":500,"code":500}}
          done | {"usage":{"status":"truncated"},"memory":{"state":"failed"}}
          done | {"toolCalls":[{"name":"search","error":"404"}]}
          done | {"tools":{"error":"x"}}
          done | {"parts":[{"type":"tool_result","result":{"error":"404"}}]}
          done | {"steps":[{"status":"failed"},{"status":"ok"}]}
          done | {"sources":[{"title":"Errors","error":"x"}]}
          done | {"history":[{"error":"x"}]}
          meta | {"traceId":"t","model":"m","config":{"timeout":30,"error":"retry"}}
          meta | {"messages":{"error":"Something went wrong"}}
          meta | {"history":{"truncated":true}}
          meta | {"features":{"degraded":true}}
          meta | {"partial":true,"complete":false,"status":"incomplete"}
          meta | [{"traceId":"t"}]
          meta | {"code":"482"}
          update | {"reason":"timeout"}
          verification | {"code":500}
          update | {"code":200,"message":"fine"}
          update | {"code":4,"message":"fine"}
          meta | ["error"]
          token | {"text":"error"}
          token | {"text":"Internal Server Error"}
          token | {"text":"{\\"error\\":\\"x\\"}"}
          token | {"text":"Error: x","index":3,"finish_reason":null,"error":null}
          token | {"text":"x","type":"token","status":"streaming","code":0}
          token | {"text":"x","partial":true,"complete":false}
          progress | {"percent":50}
          status | {"status":"running"}
          status | running
          status | {"status":"retrying","message":"an error occurred, trying again"}
          usage | {"prompt_tokens":500,"code":200}
          error_log_level | {"level":"info"}
          no_error | {}
          terror | {}
          tool_failed | {}
          tool_result | {"status":"failed","result":{"error":"404"}}
          update | {"type":"tool_result","success":false,"output":{"error":"404"}}
          update | {"step":"retrieve","status":"failed"}
          update | {"data":{"tool":"search","error":"404"}}
          thinking | Error: so the user wants to know
          thinking | failed
          message | ping
          message | keep-alive
          message | [DONE]
          message | 2026-11-30T11:00:00Z
          message | no error
          message | Errors are part of learning
          message | Not everything failed
          message | "ok"
          message | 500
          message | {"text":"an error","type":"note"}
          ping |
          heartbeat | {}
          """)
  void anEventThatMerelyLooksLikeIt(String name, String data) {
    reading.event("token", "{\"text\":\"好\"}", 1);
    reading.event(name, data, 2);
    if (!reading.hasTerminal()) {
      reading.event("done", "{}", 3);
    }
    assertThat(reading.error()).isNull();
    assertThat(reading.outcome()).isEqualTo(Outcome.OK);
  }

  @ParameterizedTest
  @CsvSource({"8, ERROR_EVENT", "9, OK"})
  void anErrorIsLookedForEightLevelsDeep(int depth, Outcome outcome) {
    String data = "{\"a\":".repeat(depth) + "{\"error\":\"x\"}" + "}".repeat(depth);
    assertThat(outcomeOf(data)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"998, ERROR_EVENT", "999, OK"})
  void anErrorIsLookedForInAThousandObjects(int others, Outcome outcome) {
    assertThat(outcomeOf(objects(others))).isEqualTo(outcome);
  }

  @Test
  void howManyObjectsStandBeforeItHidesNoErrorOfTheEventItself() {
    assertThat(outcomeOf("{\"a\":[" + "{},".repeat(5000) + "{}],\"error\":\"x\"}"))
        .isEqualTo(Outcome.ERROR_EVENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"result":{"error":{"message":"no model"}}} | error event: no model
          {"errorMessage":"no model"} | error event: no model
          {"code":500,"message":"internal"} | error event: code 500: internal
          {"state":"failed"} | error event: state failed
          {"cancelled":true} | error event: cancelled true
          {"choices":[{"finish_reason":"length"}]} | the reply was cut short: finish reason length
          {"status":"incomplete"} | the reply was cut short: status incomplete
          """)
  void whatWasSaidIsKept(String data, String error) {
    outcomeOf(data);
    assertThat(reading.error()).isEqualTo(error);
  }

  /** An array of so many objects and one that says error. */
  private static String objects(int others) {
    return "[" + "{},".repeat(others) + "{\"error\":\"x\"}]";
  }

  private Outcome outcomeOf(String data) {
    reading.event("token", "{\"text\":\"好\"}", 1);
    reading.event("meta", data, 2);
    if (!reading.hasFailed()) {
      reading.event("done", data.startsWith("{") && data.length() < 60 ? data : "{}", 3);
    }
    return reading.outcome();
  }
}
