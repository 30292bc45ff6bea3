package chatload.otlp;

import chatload.metric.Check;
import chatload.result.ScenarioResult;
import chatload.run.ChatRecord;
import chatload.run.RunManifest;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleGauge;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.resources.Resource;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The metrics of one run, as of when it ended: computed from its records, whenever that is. */
final class RunMetrics {

  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("chatload.outcome");
  private static final AttributeKey<String> VERDICT = AttributeKey.stringKey("chatload.verdict");
  private static final AttributeKey<String> CHECK = AttributeKey.stringKey("chatload.check");

  private final Meter meter;
  private final Attributes common;

  private RunMetrics(Meter meter, Attributes common) {
    this.meter = meter;
    this.common = common;
  }

  /** Stands where it is put. */
  private static final class RunClock implements Clock {
    private long epochNanos;

    @Override
    public long now() {
      return epochNanos;
    }

    @Override
    public long nanoTime() {
      return epochNanos;
    }
  }

  /** Collects when it is asked to. */
  private record Reader(AggregationTemporalitySelector sums, CollectionRegistration[] source)
      implements MetricReader {

    @Override
    public void register(CollectionRegistration registration) {
      source[0] = registration;
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType type) {
      return sums.getAggregationTemporality(type);
    }

    @Override
    public CompletableResultCode forceFlush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  /**
   * All of them.
   *
   * @param scenario one that was run and has a usable manifest
   * @param isOver asked now and then, whether nobody waits for them any more
   */
  static Collection<MetricData> of(
      ScenarioResult scenario,
      Resource resource,
      AggregationTemporalitySelector sums,
      BooleanSupplier isOver) {
    RunManifest run = scenario.manifest().orElseThrow();
    RunClock clock = new RunClock();
    clock.epochNanos = nanos(run.startedAt());
    Reader reader = new Reader(sums, new CollectionRegistration[1]);
    try (SdkMeterProvider provider =
        SdkMeterProvider.builder()
            .setResource(resource)
            .setClock(clock)
            .registerMetricReader(reader)
            .build()) {
      RunMetrics metrics = new RunMetrics(provider.get(Export.SCOPE), GenAi.of(run));
      metrics.chats(scenario, isOver);
      metrics.verdict(scenario);
      clock.epochNanos =
          Math.max(
              clock.epochNanos,
              nanos(run.finishedAt() == null ? run.startedAt() : run.finishedAt()));
      return List.copyOf(reader.source()[0].collectAllMetrics());
    }
  }

  private void chats(ScenarioResult scenario, BooleanSupplier isOver) {
    DoubleHistogram durations =
        meter
            .histogramBuilder(GenAi.DURATION)
            .setUnit("s")
            .setDescription("From the request to the end of the answer, or to what went wrong.")
            .setExplicitBucketBoundariesAdvice(GenAi.SECONDS)
            .build();
    DoubleHistogram firstTokens =
        meter
            .histogramBuilder(GenAi.TIME_TO_FIRST_CHUNK)
            .setUnit("s")
            .setDescription("From the request to the first visible text.")
            .setExplicitBucketBoundariesAdvice(GenAi.SECONDS)
            .build();
    LongHistogram tokens =
        meter
            .histogramBuilder(GenAi.TOKEN_USAGE)
            .setUnit("{token}")
            .setDescription("Tokens of a chat, as the service said.")
            .ofLongs()
            .setExplicitBucketBoundariesAdvice(GenAi.TOKENS)
            .build();
    LongCounter counts =
        meter
            .counterBuilder("chatload.chats")
            .setUnit("{chat}")
            .setDescription("Chats by how they ended.")
            .build();
    for (ChatRecord chat : scenario.evidence().orElseThrow().chats().chats()) {
      if (isOver.getAsBoolean()) {
        return;
      }
      counts.add(1, with(OUTCOME, chat.outcome().name()));
      boolean isMeasured =
          chat.posts() > 0 && (chat.outcome().isOk() || chat.outcome().isFailure());
      if (isMeasured && chat.elapsedMs() >= 0) {
        double millis = chat.totalMs() == null ? chat.elapsedMs() : chat.totalMs();
        durations.record(
            millis / 1000,
            chat.outcome().isFailure() ? with(GenAi.ERROR_TYPE, chat.outcome().name()) : common);
      }
      if (isMeasured && chat.firstTokenMs() != null) {
        firstTokens.record(chat.firstTokenMs() / 1000, common);
      }
      record(tokens, "input", chat.inputTokens());
      record(tokens, "output", chat.outputTokens());
    }
  }

  private void record(LongHistogram tokens, String type, Long count) {
    if (count != null && count >= 0) {
      tokens.record(count, with(GenAi.TOKEN_TYPE, type));
    }
  }

  private void verdict(ScenarioResult scenario) {
    gauge("chatload.verdict", "1 for the verdict on the scenario.")
        .set(1, with(VERDICT, scenario.verdict().status().name()));
    gauge("chatload.planned_chats", "Chats that were planned.")
        .set(scenario.manifest().orElseThrow().config().requests(), common);
    DoubleGauge observed = gauge("chatload.check.observed", "What was measured and is judged.");
    DoubleGauge limit = gauge("chatload.check.limit", "The limit that it is held against.");
    DoubleGauge met = gauge("chatload.check.met", "1 if the limit is kept, else 0.");
    for (Check check : scenario.verdict().checks()) {
      Attributes name = with(CHECK, check.metric().id());
      if (check.hasData()) {
        observed.set(check.observed().doubleValue(), name);
      }
      limit.set(check.limit().doubleValue(), name);
      met.set(check.met() ? 1 : 0, name);
    }
  }

  private DoubleGauge gauge(String name, String description) {
    return meter.gaugeBuilder(name).setDescription(description).build();
  }

  private Attributes with(AttributeKey<String> key, String value) {
    return common.toBuilder().put(key, value).build();
  }

  /** 0 for what is no time: a file says so, and the figures are good without. */
  private static long nanos(String time) {
    try {
      Instant instant = Instant.parse(time);
      return Math.addExact(
          TimeUnit.SECONDS.toNanos(instant.getEpochSecond()), (long) instant.getNano());
    } catch (DateTimeException | ArithmeticException e) {
      return 0;
    }
  }
}
