package chatload.protocol.mapping;

import chatload.protocol.Framing;
import chatload.protocol.SseParser;
import chatload.protocol.framing.LineFraming;
import chatload.protocol.framing.TextFraming;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** How a body is cut into events. */
enum FramingKind {
  SSE(SseParser::new, List.of("text/event-stream")),
  NDJSON(
      LineFraming::plain,
      List.of("application/x-ndjson", "application/jsonl", "application/json-lines")),
  PREFIXED_LINES(LineFraming::prefixed, List.of("text/plain")),
  TEXT(TextFraming::new, List.of("text/plain"));

  private final Function<BiConsumer<String, String>, Framing> opening;
  private final List<String> contentTypes;

  FramingKind(Function<BiConsumer<String, String>, Framing> opening, List<String> contentTypes) {
    this.opening = opening;
    this.contentTypes = contentTypes;
  }

  Framing open(BiConsumer<String, String> onEvent) {
    return opening.apply(onEvent);
  }

  /** What responses are called, unless the file says otherwise. */
  List<String> contentTypes() {
    return contentTypes;
  }

  /** Whether a line that the end of the body leaves without a line end is an event. */
  boolean isLastLineAnEvent() {
    return this == NDJSON || this == PREFIXED_LINES;
  }
}
