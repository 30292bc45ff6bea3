package chatload.document;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seals {@code <scenario>-summary.json}: names and order are a contract with other people. */
class SummaryFormatTest {

  private static final Path GOLDEN =
      Path.of("report-tools/src/test/resources/chatload/document/golden");

  @ParameterizedTest
  @CsvSource({
    "'', 'schemaVersion,runId,scenario,startedAt,finishedAt,config,thresholds,totals,latency,"
        + "outcomes,causes,failures,verdict,confidence,gatling,generator,tool,target'",
    "/config, 'url,requests,concurrency,timeoutMs,tenantId,userId,authMode,threadPrefix,message'",
    "/thresholds, 'minSuccessRate,maxP95TotalMs,maxP95FirstTokenMs,preset'",
    "/totals, 'durationMs,requests,success,failed,successRate,throughputRps'",
    "/latency, 'total,firstToken'",
    "/latency/total, 'p50,p95,p99,max,min,mean,n'",
    "/latency/firstToken, 'p50,p95,p99,max,min,mean,n'",
    "/outcomes, 'OK,TRUNCATED'",
    "/causes, 'service'",
    "/failures/0, 'ok,id,traceId,status,outcome,cause,error,totalMs,startedAt,threadId,lastEvent,"
        + "elapsedMs,firstTokenMs'",
    "/verdict, 'status,checks,reasons'",
    "/verdict/checks/0, 'metric,limit,observed,n,met'",
    "/generator, 'calibration,processors,maxHeapMb,problems,watch'",
    "/tool, 'chatload,gatling,java,os'",
    "/target, 'kind,tlsVerified'",
  })
  void fields_have_these_names_in_this_order(String pointer, String fields) throws IOException {
    List<String> names = new ArrayList<>();
    summary("all-pass", "baseline").at(pointer).fieldNames().forEachRemaining(names::add);
    assertThat(names).containsExactly(fields.split(","));
  }

  @ParameterizedTest
  @CsvSource({
    "/schemaVersion, 1",
    "/thresholds/maxP95TotalMs, 6000",
    "/totals/requests, 100",
    "/totals/success, 99",
    "/totals/failed, 1",
    "/totals/successRate, 0.99",
    "/totals/durationMs, 12345.6",
    "/totals/throughputRps, 8.019",
    "/latency/total/p95, 1044.3",
    "/failures/0/ok, false",
    "/failures/0/totalMs, null",
    "/failures/0/cause, '\"service\"'",
    "/verdict/status, '\"PASS\"'",
    "/verdict/reasons, []",
    "/verdict/checks/0/metric, '\"successRate\"'",
    "/verdict/checks/1/metric, '\"p95TotalMs\"'",
    "/verdict/checks/2/metric, '\"p95FirstTokenMs\"'",
    "/gatling, null",
    "/target/kind, '\"external\"'",
  })
  void values_are_written_so(String pointer, String json) throws IOException {
    assertThat(summary("all-pass", "baseline").at(pointer)).hasToString(json);
  }

  @Test
  void reasons_are_plain_sentences() throws IOException {
    assertThat(summary("p95-first-token-missed", "smoke").at("/verdict/reasons"))
        .hasToString("[\"P95 first token 2711.3 ms is above the limit of 2500 ms (n=20)\"]");
  }

  @Test
  void without_an_ok_chat_times_are_null_and_not_0() throws IOException {
    assertThat(summary("all-failed", "smoke").at("/latency/total"))
        .hasToString(
            "{\"p50\":null,\"p95\":null,\"p99\":null,\"max\":null,\"min\":null,\"mean\":null,"
                + "\"n\":0}");
    assertThat(summary("all-failed", "smoke").at("/outcomes"))
        .hasToString("{\"OK\":0,\"CONNECT_ERROR\":4}");
  }

  @Test
  void every_planned_chat_is_ok_or_listed() throws IOException {
    for (String name : List.of("killed-run", "torn-line", "all-failed", "all-pass")) {
      for (String scenario : List.of("smoke", "baseline", "stress")) {
        JsonNode summary = summary(name, scenario);
        int listed = summary.at("/failures").size();
        assertThat(listed).isEqualTo(summary.at("/totals/failed").intValue());
        assertThat(summary.at("/totals/success").intValue() + listed)
            .isEqualTo(summary.at("/totals/requests").intValue());
      }
    }
  }

  @Test
  void a_chat_without_record_was_not_sent_as_far_as_anyone_can_tell() throws IOException {
    assertThat(summary("torn-line", "baseline").at("/failures/0"))
        .hasToString(
            "{\"ok\":false,\"id\":9,\"traceId\":null,\"status\":null,\"outcome\":\"NOT_SENT\","
                + "\"cause\":\"unknown\",\"error\":\"there is no usable record of this chat\","
                + "\"totalMs\":null,\"startedAt\":null,\"threadId\":null,\"lastEvent\":null,"
                + "\"elapsedMs\":null,\"firstTokenMs\":null}");
  }

  private static JsonNode summary(String name, String scenario) throws IOException {
    Path file = GOLDEN.resolve(name).resolve("expected").resolve(scenario + "-summary.json");
    return Json.MAPPER.readTree(Files.readString(file));
  }
}
