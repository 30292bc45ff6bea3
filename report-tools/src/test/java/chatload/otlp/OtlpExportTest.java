package chatload.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chatload.files.Json;
import chatload.fixture.CommandRun;
import chatload.output.ReportWriter;
import chatload.run.ChatRecord;
import chatload.run.RunManifest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What arrives at a collector, decoded by the protocol's own classes, against the records. */
class OtlpExportTest {

  @TempDir Path root;

  private SentJob job;
  private List<ChatRecord> chats;

  @BeforeEach
  void job() {
    job = new SentJob(root);
    chats = job.chats();
  }

  @Test
  void every_chat_is_a_span_with_the_ids_that_its_traceparent_said() throws IOException {
    try (Receiver receiver = Receiver.start()) {
      CommandRun run =
          job.send(receiver.url() + "/", "OTEL_RESOURCE_ATTRIBUTES", "team=chat%20one");

      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).contains(chats.size() + " spans of " + chats.size() + " chats");
      assertThat(receiver.header("x-api-key")).containsExactly(SentJob.SECRET);
      assertThat(receiver.header("x-b")).containsExactly("a,b=+c");
      assertThat(receiver.resource())
          .containsEntry("service.name", "chatload")
          .containsEntry("team", "chat one");
      Map<String, Span> spans =
          receiver.spans().stream()
              .collect(Collectors.toMap(span -> hex(span.getTraceId()), Function.identity()));
      assertThat(spans).hasSize(chats.size());
      for (ChatRecord chat : chats) {
        check(chat, spans.get(chat.traceId().replace("-", "")));
      }
    }
  }

  private static void check(ChatRecord chat, Span span) {
    assertThat(span).as(chat.traceId()).isNotNull();
    assertThat(hex(span.getSpanId())).isEqualTo(chat.traceId().replace("-", "").substring(16));
    assertThat(span.getParentSpanId().isEmpty()).isTrue();
    assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    assertThat(span.getName()).isEqualTo("chat");
    Instant start = Instant.parse(chat.startedAt());
    assertThat(span.getStartTimeUnixNano()).isEqualTo(start.toEpochMilli() * 1_000_000);
    assertThat(span.getEndTimeUnixNano() - span.getStartTimeUnixNano())
        .isEqualTo(Math.round(chat.elapsedMs() * 1e6));
    assertThat(Receiver.attributes(span.getAttributesList()))
        .containsEntry("gen_ai.operation.name", "chat")
        .containsEntry("gen_ai.provider.name", "eywa")
        .containsEntry("gen_ai.request.stream", "true")
        .containsEntry("gen_ai.conversation.id", chat.threadId())
        .containsEntry("chatload.scenario", chat.scenario())
        .containsEntry("chatload.chat.id", Integer.toString(chat.id()))
        .containsEntry("chatload.outcome", chat.outcome().name());
    boolean failed = chat.outcome().isFailure();
    assertThat(span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR).isEqualTo(failed);
    assertThat(Receiver.attributes(span.getAttributesList()).get("error.type"))
        .isEqualTo(failed ? chat.outcome().name() : null);
    if (failed) {
      assertThat(span.getStatus().getMessage())
          .contains("status 502")
          .doesNotContain("\u202e")
          .doesNotContain(SentJob.SECRET);
    } else {
      assertThat(Receiver.attributes(span.getAttributesList()))
          .containsEntry(
              "gen_ai.response.time_to_first_chunk", Double.toString(chat.firstTokenMs() / 1000));
      assertThat(span.getEventsList()).hasSize(1);
    }
  }

  @Test
  void metrics_are_those_of_the_records() throws IOException {
    try (Receiver receiver = Receiver.start()) {
      assertThat(job.send(receiver.url(), "OTEL_EXPORTER_OTLP_COMPRESSION", "gzip").code())
          .isZero();

      assertThat(receiver.header("content-encoding")).containsExactly("gzip");
      List<HistogramDataPoint> durations = histogram(receiver, "gen_ai.client.operation.duration");
      assertThat(durations.stream().mapToLong(HistogramDataPoint::getCount).sum())
          .isEqualTo(chats.size());
      assertThat(durations.stream().mapToDouble(HistogramDataPoint::getSum).sum() * 1000)
          .isCloseTo(
              chats.stream()
                  .mapToDouble(chat -> chat.totalMs() == null ? chat.elapsedMs() : chat.totalMs())
                  .sum(),
              within(0.1));
      assertThat(durations)
          .filteredOn(
              point ->
                  "HTTP_ERROR"
                      .equals(Receiver.attributes(point.getAttributesList()).get("error.type")))
          .singleElement()
          .satisfies(point -> assertThat(point.getCount()).isEqualTo(1));
      HistogramDataPoint stress = inScenario(durations, "stress");
      assertThat(stress.getExplicitBoundsList()).startsWith(0.01, 0.02).endsWith(40.96, 81.92);
      assertThat(stress.getTimeUnixNano())
          .as("when the run ended, not when it is sent")
          .isEqualTo(Instant.parse("2026-11-23T08:01:00Z").toEpochMilli() * 1_000_000);
      assertThat(histogram(receiver, "gen_ai.client.operation.time_to_first_chunk"))
          .hasSize(3)
          .extracting(HistogramDataPoint::getCount)
          .contains(299L);
      assertThat(gauge(receiver, "chatload.check.met")).hasSizeGreaterThanOrEqualTo(9);
      assertThat(gauge(receiver, "chatload.verdict"))
          .hasSize(3)
          .allSatisfy(
              point ->
                  assertThat(Receiver.attributes(point.getAttributesList()))
                      .containsEntry("chatload.verdict", "PASS"));
    }
  }

  private static List<HistogramDataPoint> histogram(Receiver receiver, String name) {
    return metric(receiver, name).stream()
        .flatMap(metric -> metric.getHistogram().getDataPointsList().stream())
        .toList();
  }

  private static List<NumberDataPoint> gauge(Receiver receiver, String name) {
    return metric(receiver, name).stream()
        .flatMap(metric -> metric.getGauge().getDataPointsList().stream())
        .toList();
  }

  private static List<Metric> metric(Receiver receiver, String name) {
    return receiver.metrics().stream().filter(metric -> metric.getName().equals(name)).toList();
  }

  private static HistogramDataPoint inScenario(List<HistogramDataPoint> points, String name) {
    return points.stream()
        .filter(
            point ->
                name.equals(
                    Receiver.attributes(point.getAttributesList()).get("chatload.scenario")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void one_kind_can_go_elsewhere_or_nowhere() throws IOException {
    try (Receiver receiver = Receiver.start()) {
      assertThat(job.send(receiver.url(), "OTEL_METRICS_EXPORTER", "none").code()).isZero();
      assertThat(receiver.metrics()).isEmpty();
      assertThat(receiver.spans()).isNotEmpty();
      String traces = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
      CommandRun run = job.send(receiver.url(), traces, receiver.url() + "/other");
      assertThat(run.code()).isZero();
      assertThat(receiver.spans()).hasSize(chats.size());
      assertThat(receiver.metrics()).isNotEmpty();
    }
  }

  @Test
  void a_record_whose_id_or_time_is_none_of_ours_is_no_span() {
    ChatRecord good = chats.get(0);
    List<String[]> hostile = new ArrayList<>();
    hostile.add(new String[] {"x".repeat(36), good.startedAt()});
    hostile.add(new String[] {good.traceId(), "yesterday"});
    hostile.add(new String[] {good.traceId(), "-999999999-01-01T00:00:00Z"});
    hostile.add(new String[] {good.traceId(), "+999999999-01-01T00:00:00Z"});
    RunManifest run = ReportWriter.read(job.dir()).manifests().get(0);
    try (ChatSpans spans = new ChatSpans(Resource.empty())) {
      assertThat(spans.span(run, GenAi.of(run), good)).isPresent();
      for (String[] fields : hostile) {
        assertThat(spans.span(run, GenAi.of(run), altered(good, fields)))
            .as(Arrays.toString(fields))
            .isEmpty();
      }
    }
  }

  private static ChatRecord altered(ChatRecord chat, String[] fields) {
    ObjectNode tree = (ObjectNode) Json.MAPPER.valueToTree(chat);
    tree.put("traceId", fields[0]).put("startedAt", fields[1]);
    return Json.MAPPER.convertValue(tree, ChatRecord.class);
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
