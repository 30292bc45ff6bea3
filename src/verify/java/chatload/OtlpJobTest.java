package chatload;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.otlp.Receiver;
import chatload.service.EmbeddedTarget;
import chatload.tool.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A job with a collector, and with one that is down. */
class OtlpJobTest extends SmallJob {

  private int job(EmbeddedTarget target, Path directory, String collector) {
    Map<String, String> variables = new HashMap<>(secret());
    variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector);
    variables.put("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20hunter2-hunter2");
    return loadtest(
        variables,
        scenarios(
            directory,
            "--url",
            target.chatUrl().toString(),
            "--skip-preflight",
            "--profiles",
            "smoke",
            "--trace-url",
            "https://apm.example/{traceId}"));
  }

  @Test
  void itsChatsArriveWithTheIdsThatTheServiceWasSent() throws IOException {
    try (EmbeddedTarget target = target("status-500:1.0");
        Receiver receiver = Receiver.start()) {
      Path directory = temporary.resolve("report");
      int code = job(target, directory, receiver.url());

      assertThat(code).as(output()).isEqualTo(ExitCode.FAIL.code());
      assertThat(err.toString()).contains("OpenTelemetry: 4 spans of 4 chats and");
      assertThat(output()).doesNotContain("hunter2");
      List<String> ids =
          receiver.spans().stream()
              .map(Span::getTraceId)
              .map(id -> HexFormat.of().formatHex(id.toByteArray()))
              .toList();
      assertThat(ids).hasSize(4);
      for (String line : Files.readAllLines(directory.resolve("raw/smoke-chats.jsonl"))) {
        JsonNode chat = Json.MAPPER.readTree(line);
        String id = chat.get("traceId").textValue();
        assertThat(target.journal().entry(id)).as(id).isPresent();
        assertThat(ids).contains(id.replace("-", ""));
        assertThat(Files.readString(directory.resolve("OVERVIEW.md")))
            .contains("[`" + id + "`](https://apm.example/" + id.replace("-", "") + ")");
      }
      assertThat(receiver.metrics())
          .extracting(metric -> metric.getName())
          .contains("gen_ai.client.operation.duration", "chatload.verdict");
    }
  }

  @Test
  void oneThatIsDownChangesNeitherVerdictNorExitCode() throws IOException {
    try (EmbeddedTarget target = target("status-500:1.0")) {
      Path directory = temporary.resolve("report");
      int code = job(target, directory, "http://127.0.0.1:1");

      assertThat(code).as(output()).isEqualTo(ExitCode.FAIL.code());
      assertThat(err.toString().lines().filter(line -> line.contains("OpenTelemetry")))
          .singleElement()
          .asString()
          .contains("http://127.0.0.1:1 can't be reached", "the verdict is as it is");
      assertThat(output()).doesNotContain("hunter2").doesNotContain("\tat ");
    }
  }
}
