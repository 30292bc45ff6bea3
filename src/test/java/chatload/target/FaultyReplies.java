package chatload.target;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What each {@link Fault} makes of a reply. */
final class FaultyReplies {

  /** Made once, when it is first needed: that takes a while and holds up other streams. */
  private static final class BigToken {
    private static final int BYTES = 5 * 1024 * 1024;
    private static final int REPLY_BYTES = Texts.REPLY.getBytes(StandardCharsets.UTF_8).length;

    static final SseEvent EVENT = SseEvent.token(Texts.REPLY.repeat(BYTES / REPLY_BYTES + 1));
  }

  private FaultyReplies() {}

  static Script script(Fault fault, Replies replies) {
    return switch (fault) {
      case NO_RESPONSE_CLOSE -> Script.noResponse(Ending.FIN);
      case RST_BEFORE_RESPONSE -> Script.noResponse(Ending.RST);
      case SILENCE -> Script.noResponse(Ending.NOTHING);
      case STATUS_400 -> replies.plain(PlainResponse.invalidPayload(List.of()));
      case STATUS_401 -> replies.plain(PlainResponse.unauthorized());
      case STATUS_403 -> replies.plain(PlainResponse.error(403, "Forbidden."));
      case STATUS_404 -> replies.plain(PlainResponse.error(404, "Not found."));
      case STATUS_429 ->
          replies.plain(
              PlainResponse.error(429, "Too many requests.").withHeader("retry-after: 1"));
      case STATUS_500 -> replies.plain(PlainResponse.error(500, "Internal server error."));
      case STATUS_502_HTML -> replies.plain(PlainResponse.html(502, "502 Bad Gateway"));
      case REDIRECT_301 ->
          replies.plain(
              PlainResponse.html(301, "301 Moved Permanently").withHeader("location: /moved"));
      case JSON_200 -> replies.plain(PlainResponse.json(200, Map.of("text", Texts.REPLY)));
      case HTML_200 -> replies.plain(PlainResponse.html(200, "Sign in"));
      case HEADERS_ONLY -> chunked(replies, replies.upTo(0), Ending.NOTHING);
      case LATE_HEADERS -> complete(replies, late(replies));
      case STALL -> chunked(replies, replies.upTo(replies.half()), Ending.NOTHING);
      case CUT_RST -> chunked(replies, replies.upTo(replies.half()), Ending.RST);
      case CUT_FIN -> cutInsideChunk(replies);
      case TRUNCATED -> complete(replies, replies.upTo(replies.timeline().tokens()));
      case EMPTY -> complete(replies, replies.saying(List.of(), SseEvent.done(replies.traceId())));
      case EMPTY_DELTAS -> complete(replies, emptyDeltas(replies));
      case DOUBLE_DONE ->
          complete(replies, plus(replies.usual(), SseEvent.done(replies.traceId())));
      case TOKEN_AFTER_DONE -> complete(replies, plus(replies.usual(), replies.token(0)));
      case ERROR_EVENT ->
          complete(replies, replies.upTo(replies.half(), SseEvent.error("model stream failed")));
      case DEGRADED ->
          complete(
              replies,
              replies.saying(
                  SseEvent.tokens(Texts.INTERNAL_ERROR), SseEvent.doneDegraded(replies.traceId())));
      case FALLBACK -> complete(replies, canned(replies, Texts.MODEL_DOWN));
      case FALLBACK_EMPTY -> complete(replies, canned(replies, Texts.MODEL_EMPTY));
      case MALFORMED ->
          complete(
              replies, afterFirstToken(replies, SseEvent.other("event: token\ndata: {oops\n\n")));
      case ONE_PACKET -> framed(replies, Framing.ONE_WRITE);
      case BYTE_BY_BYTE -> framed(replies, Framing.BYTE_BY_BYTE);
      case CRLF -> rewritten(replies, text -> text.replace("\n", "\r\n"));
      case CR -> rewritten(replies, text -> text.replace("\n", "\r"));
      case BOM -> complete(replies, withByteOrderMark(replies));
      case HEARTBEATS -> complete(replies, withHeartbeats(replies));
      case MULTI_LINE_DATA ->
          rewritten(replies, text -> text.replaceFirst("(\"\\w+\":)", "$1\ndata: "));
      case ID_RETRY -> rewritten(replies, text -> "id: 7\nretry: 3000\nretry: abc\n" + text);
      case BIG_EVENT -> complete(replies, afterFirstToken(replies, BigToken.EVENT));
      case GZIP -> framed(replies, Framing.GZIP);
      case NO_TRACE_ECHO -> replies.withoutEcho(UUID.randomUUID().toString()).healthy();
      case HTTP10_CLOSE -> framed(replies, Framing.UNTIL_CLOSE);
      case NO_PERSIST ->
          complete(replies, replies.usualUntil(SseEvent.doneWithoutMemory(replies.traceId())));
      case LEAVE_OPEN -> chunked(replies, replies.usual(), Ending.NOTHING);
      case CLOSE_AFTER -> chunked(replies, replies.usual(), Ending.COMPLETE_THEN_CLOSE);
    };
  }

  private static Script complete(Replies replies, List<TimedEvent> events) {
    return chunked(replies, events, Ending.COMPLETE);
  }

  private static Script chunked(Replies replies, List<TimedEvent> events, Ending ending) {
    return replies.stream(events, Framing.CHUNKED, ending);
  }

  private static Script framed(Replies replies, Framing framing) {
    return replies.stream(replies.usual(), framing, Ending.COMPLETE);
  }

  private static Script rewritten(Replies replies, UnaryOperator<String> rewrite) {
    return complete(
        replies,
        replies.usual().stream()
            .map(timed -> timed.withText(rewrite.apply(timed.event().text())))
            .toList());
  }

  private static List<TimedEvent> canned(Replies replies, String text) {
    return replies.saying(SseEvent.tokens(text), SseEvent.done(replies.traceId()));
  }

  private static Script cutInsideChunk(Replies replies) {
    Script script = chunked(replies, replies.upTo(replies.half()), Ending.FIN);
    byte[] chunk = Chunks.chunk(replies.token(replies.half()).bytes());
    List<Write> writes = new ArrayList<>(script.writes());
    writes.add(Write.of(script.endNanos(), Arrays.copyOf(chunk, chunk.length / 2)));
    return new Script(writes, script.endNanos(), script.ending());
  }

  private static List<TimedEvent> late(Replies replies) {
    List<TimedEvent> events = replies.usual();
    events.set(0, new TimedEvent(replies.timeline().firstNanos(), events.get(0).event()));
    return events;
  }

  private static List<TimedEvent> emptyDeltas(Replies replies) {
    List<TimedEvent> events = replies.usual();
    events.replaceAll(
        timed ->
            timed.event().token() ? new TimedEvent(timed.dueNanos(), SseEvent.token("")) : timed);
    return events;
  }

  /** One more event right after the last one. */
  private static List<TimedEvent> plus(List<TimedEvent> events, SseEvent event) {
    events.add(new TimedEvent(events.get(events.size() - 1).dueNanos(), event));
    return events;
  }

  private static List<TimedEvent> afterFirstToken(Replies replies, SseEvent event) {
    List<TimedEvent> events = replies.usual();
    events.add(2, new TimedEvent(replies.timeline().firstNanos(), event));
    return events;
  }

  private static List<TimedEvent> withByteOrderMark(Replies replies) {
    List<TimedEvent> events = replies.usual();
    events.set(0, events.get(0).withText("\uFEFF" + events.get(0).event().text()));
    return events;
  }

  /** Two of them half-way between any two events. */
  private static List<TimedEvent> withHeartbeats(Replies replies) {
    List<TimedEvent> events = new ArrayList<>();
    long previousNanos = 0;
    for (TimedEvent timed : replies.usual()) {
      if (!events.isEmpty()) {
        long halfway = (previousNanos + timed.dueNanos()) / 2;
        events.add(new TimedEvent(halfway, SseEvent.other(": ping\n\n")));
        events.add(new TimedEvent(halfway, SseEvent.other("event: heartbeat\ndata: {}\n\n")));
      }
      events.add(timed);
      previousNanos = timed.dueNanos();
    }
    return events;
  }
}
