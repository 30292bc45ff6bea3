package chatload.otlp;

import chatload.auth.Secret;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.run.ChatRecord;
import chatload.run.RunManifest;
import chatload.tool.Version;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporterBuilder;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends what is in a job's records, metrics first, within a time that is never exceeded: what is
 * left then is left out, and said. Requests are never repeated.
 */
final class Export {

  /** Who measured. */
  static final String SCOPE = "chatload";

  /** Spans of one request. */
  private static final int BATCH = 512;

  /** It would say what goes wrong in its own words, several times. */
  private static final Logger LIBRARY = Logger.getLogger("io.opentelemetry");

  private final JobResult job;
  private final Collector collector;
  private final long deadline;
  private final Resource resource;
  private final List<String> problems = new ArrayList<>();
  private int spans;
  private int metrics;
  private int chats;

  private Export(JobResult job, Collector collector, Duration limit) {
    this.job = job;
    this.collector = collector;
    this.deadline = System.nanoTime() + limit.toNanos();
    this.resource = resource(collector);
  }

  /** Sends it, and waits for the answers at most so long. */
  static Sent send(JobResult job, Collector collector, Duration limit) {
    LIBRARY.setLevel(Level.OFF);
    Export export = new Export(job, collector, limit);
    collector.metrics().ifPresent(export::sendMetrics);
    collector.traces().ifPresent(export::sendSpans);
    return new Sent(export.spans, export.metrics, export.chats, export.problems);
  }

  private static Resource resource(Collector collector) {
    AttributesBuilder attributes =
        Attributes.builder().put("service.name", SCOPE).put("service.version", Version.CHATLOAD);
    collector.resource().forEach(attributes::put);
    return Resource.getDefault().merge(Resource.create(attributes.build()));
  }

  private List<ScenarioResult> runs() {
    return job.scenarios().stream().filter(result -> result.manifest().isPresent()).toList();
  }

  private void sendMetrics(Collector.Endpoint endpoint) {
    AggregationTemporalitySelector sums =
        collector.isDelta()
            ? AggregationTemporalitySelector.deltaPreferred()
            : AggregationTemporalitySelector.alwaysCumulative();
    OtlpHttpMetricExporterBuilder builder =
        OtlpHttpMetricExporter.builder()
            .setEndpoint(endpoint.url().toString())
            .setHeaders(() -> revealed(endpoint.headers()))
            .setTimeout(endpoint.timeout())
            .setConnectTimeout(endpoint.timeout())
            .setCompression(endpoint.isGzip() ? "gzip" : "none")
            .setRetryPolicy(null);
    if (endpoint.authority() != null) {
      builder.setTrustedCertificates(endpoint.authority());
    }
    try (OtlpHttpMetricExporter exporter = builder.build()) {
      for (ScenarioResult run : runs()) {
        Collection<MetricData> data = RunMetrics.of(run, resource, sums, this::isOver);
        if (isOver("metrics") || !isTaken(exporter.export(data), endpoint, "metrics")) {
          return;
        }
        metrics += data.size();
      }
    }
  }

  private void sendSpans(Collector.Endpoint endpoint) {
    OtlpHttpSpanExporterBuilder builder =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(endpoint.url().toString())
            .setHeaders(() -> revealed(endpoint.headers()))
            .setTimeout(endpoint.timeout())
            .setConnectTimeout(endpoint.timeout())
            .setCompression(endpoint.isGzip() ? "gzip" : "none")
            .setRetryPolicy(null);
    if (endpoint.authority() != null) {
      builder.setTrustedCertificates(endpoint.authority());
    }
    try (OtlpHttpSpanExporter exporter = builder.build();
        ChatSpans source = new ChatSpans(resource)) {
      List<SpanData> batch = new ArrayList<>(BATCH);
      for (ScenarioResult result : runs()) {
        RunManifest run = result.manifest().orElseThrow();
        Attributes common = GenAi.of(run);
        for (ChatRecord chat : result.evidence().orElseThrow().chats().chats()) {
          Optional<SpanData> span = source.span(run, common, chat);
          span.ifPresent(batch::add);
          chats += chat.posts() > 0 ? 1 : 0;
          if (batch.size() == BATCH && !isSent(batch, exporter, endpoint)) {
            return;
          }
        }
      }
      if (!batch.isEmpty()) {
        isSent(batch, exporter, endpoint);
      }
    }
  }

  private boolean isSent(
      List<SpanData> batch, OtlpHttpSpanExporter exporter, Collector.Endpoint endpoint) {
    if (isOver("spans") || !isTaken(exporter.export(List.copyOf(batch)), endpoint, "spans")) {
      return false;
    }
    spans += batch.size();
    batch.clear();
    return true;
  }

  private boolean isOver() {
    return System.nanoTime() > deadline;
  }

  private boolean isOver(String what) {
    if (isOver()) {
      problems.add(what + ": the time that all of it may take is over");
    }
    return isOver();
  }

  private boolean isTaken(CompletableResultCode answer, Collector.Endpoint endpoint, String what) {
    answer.join(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    if (answer.isSuccess()) {
      return true;
    }
    problems.add(what + ": " + endpoint.shown() + " " + Trouble.of(answer));
    return false;
  }

  private static Map<String, String> revealed(Map<String, Secret> headers) {
    Map<String, String> revealed = new LinkedHashMap<>();
    headers.forEach((name, value) -> revealed.put(name, value.reveal()));
    return revealed;
  }
}
