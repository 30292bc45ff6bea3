package chatload.otlp;

import chatload.run.ChatRecord;
import chatload.run.RunManifest;
import chatload.run.TraceUrl;
import chatload.text.Masked;
import chatload.text.VisibleText;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes a span of each chat's record. Its ids are those that the chat's {@code traceparent} said,
 * so it is the parent of whatever the service traced of it.
 */
final class ChatSpans implements AutoCloseable {

  /** Longest text of an attribute, characters. */
  private static final int LONGEST = 300;

  /** Longest time of a chat that is taken for one. */
  private static final double LONGEST_MS = Duration.ofDays(30).toMillis();

  private final SdkTracerProvider provider;
  private String traceId;
  private SpanData last;

  ChatSpans(Resource resource) {
    provider =
        SdkTracerProvider.builder()
            .setResource(resource)
            .setSampler(Sampler.alwaysOn())
            .setSpanLimits(SpanLimits.builder().setMaxAttributeValueLength(LONGEST).build())
            .setIdGenerator(new Ids())
            .addSpanProcessor(new Last())
            .build();
  }

  /** Without any, the library makes no spans. */
  private final class Last implements SpanProcessor {
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
      // nobody asks for it
    }

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      last = span.toSpanData();
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }

  /** The record's own, which are not random here. */
  private final class Ids implements IdGenerator {
    @Override
    public String generateTraceId() {
      return traceId;
    }

    @Override
    public String generateSpanId() {
      return traceId.substring(traceId.length() / 2);
    }
  }

  /**
   * The span of a chat.
   *
   * @param common what all chats of the run have in common
   * @return empty if the chat was never sent, or its record has no usable id or time
   */
  Optional<SpanData> span(RunManifest run, Attributes common, ChatRecord chat) {
    Optional<String> id = TraceUrl.w3c(chat.traceId());
    Optional<Instant> start = time(chat.startedAt());
    boolean hasLength = chat.elapsedMs() >= 0 && chat.elapsedMs() <= LONGEST_MS;
    if (chat.posts() == 0 || id.isEmpty() || start.isEmpty() || !hasLength) {
      return Optional.empty();
    }
    traceId = id.get();
    SpanBuilder builder =
        provider
            .get(Export.SCOPE)
            .spanBuilder(GenAi.spanName(run))
            .setNoParent()
            .setSpanKind(SpanKind.CLIENT)
            .setStartTimestamp(start.get())
            .setAllAttributes(common)
            .setAllAttributes(of(chat));
    Span span = builder.startSpan();
    if (chat.firstTokenMs() != null) {
      span.addEvent("chatload.first_token", after(start.get(), chat.firstTokenMs()));
    }
    if (chat.outcome().isFailure()) {
      span.setStatus(StatusCode.ERROR, String.valueOf(harmless(chat.error())));
    }
    span.end(after(start.get(), chat.elapsedMs()));
    return Optional.of(last);
  }

  private static Attributes of(ChatRecord chat) {
    return Attributes.builder()
        .put(GenAi.STREAM, true)
        .put(GenAi.CONVERSATION, harmless(chat.threadId()))
        .put(GenAi.FIRST_CHUNK, chat.firstTokenMs() == null ? null : chat.firstTokenMs() / 1000)
        .put(GenAi.INPUT_TOKENS, chat.inputTokens())
        .put(GenAi.OUTPUT_TOKENS, chat.outputTokens())
        .put(GenAi.REASONING_TOKENS, chat.reasoningTokens())
        .put(GenAi.HTTP_STATUS, chat.status() == null ? null : chat.status().longValue())
        .put(GenAi.ERROR_TYPE, chat.outcome().isFailure() ? chat.outcome().name() : null)
        .put("chatload.chat.id", chat.id())
        .put("chatload.outcome", chat.outcome().name())
        .put("chatload.cause", chat.cause() == null ? null : chat.cause().label())
        .build();
  }

  /** As documents show what others say: visible, short, and without anybody's credential. */
  private static String harmless(String text) {
    return text == null ? null : VisibleText.of(Masked.of(text), LONGEST);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.ofNullable(text).map(Instant::parse).filter(time -> isUsual(time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Nanoseconds since 1970 have to fit into 64 bits. */
  private static boolean isUsual(Instant time) {
    return time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("2200-01-01T00:00:00Z"));
  }

  private static Instant after(Instant start, double millis) {
    return start.plusNanos(Math.round(millis * 1e6));
  }

  @Override
  public void close() {
    provider.close();
  }
}
