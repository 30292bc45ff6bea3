package chatload.service.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import chatload.service.reply.Chunks;
import chatload.service.reply.ConnectionEnd;
import chatload.service.reply.Framing;
import chatload.service.reply.PlainResponse;
import chatload.service.reply.Replies;
import chatload.service.reply.ReplyText;
import chatload.service.reply.Script;
import chatload.service.reply.TimedEvent;
import chatload.service.reply.Write;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** What each {@link Fault} makes of a reply. */
public final class FaultyReplies {

  /** Its line without the empty line that would end the trailers. */
  private static final byte[] LAST_CHUNK = "0\r\n".getBytes(US_ASCII);

  private static final Charset GBK = Charset.forName("GBK");
  private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final long DRIP_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  /** Made once, when it is first needed: that takes a while and holds up other streams. */
  private static final class GzipBomb {
    static final byte[] CHUNK = Chunks.chunk(gzip(new byte[1024 * 1024], 64));
  }

  private static final byte[] INTERIM_RESPONSES =
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n"
          .getBytes(StandardCharsets.UTF_8);

  private static final int MANY = 70_000;

  private FaultyReplies() {}

  public static Script script(Fault fault, Replies replies) {
    return switch (fault) {
      case NO_RESPONSE_CLOSE -> Script.noResponse(ConnectionEnd.FIN);
      case RST_BEFORE_RESPONSE -> Script.noResponse(ConnectionEnd.RST);
      case SILENCE -> Script.noResponse(ConnectionEnd.NOTHING);
      case NOT_HTTP -> Script.response("SSH-2.0-OpenSSH_9.6\r\n".getBytes(StandardCharsets.UTF_8));
      case STATUS_204 -> replies.plain(PlainResponse.noContent());
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
      case JSON_200 -> replies.plain(PlainResponse.json(200, Map.of("text", ReplyText.REPLY)));
      case HTML_200 -> replies.plain(PlainResponse.html(200, "Sign in"));
      case INTERIM -> behind(INTERIM_RESPONSES, replies.healthy());
      case NO_CONTENT_TYPE -> replies.without("content-type").healthy();
      case OTHER_CONTENT_TYPE ->
          replies.with("content-type", replies.wire().mediaType() + "X").healthy();
      case CAPITAL_CONTENT_TYPE ->
          replies
              .with(
                  "content-type",
                  replies.wire().mediaType().toUpperCase(Locale.ROOT) + " ; v=1; CHARSET=\"UTF-8\"")
              .healthy();
      case HUGE_HEADERS -> replies.with("x-huge", "h".repeat(64 * 1024)).healthy();
      case MANY_HEADERS -> replies.with("x-many", manyHeaders()).healthy();
      case ENDLESS_HEADERS ->
          new Script(
              List.of(Write.of(0, "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8))),
              0,
              ConnectionEnd.HEADERS);
      case ENDLESS_INTERIM ->
          new Script(
              List.of(Write.of(0, "HTTP/1.1 102 Processing\r\n\r\n".getBytes(US_ASCII))),
              0,
              ConnectionEnd.INTERIM);
      case HEADERS_ONLY -> chunked(replies, replies.upTo(0), ConnectionEnd.NOTHING);
      case LATE_HEADERS -> complete(replies, late(replies));
      case HEADERS_TOO_LATE -> complete(replies, aMinuteLater(replies.usual()));
      case SLOW_DRIP -> complete(replies, dripping(replies));
      case STALL -> chunked(replies, replies.upTo(replies.half()), ConnectionEnd.NOTHING);
      case CUT_RST -> chunked(replies, replies.upTo(replies.half()), ConnectionEnd.RST);
      case CUT_FIN -> cutInsideChunk(replies);
      case TRUNCATED -> complete(replies, replies.upTo(replies.timeline().tokens()));
      case DONE_UNFINISHED ->
          complete(
              replies, lastWith(replies.usual(), text -> text.substring(0, text.length() - 1)));
      case EVENT_CASE ->
          rewritten(
              replies,
              text -> text.replace("event: t", "event: T").replace("event: d", "event: D"));
      case GBK_BYTES -> inGbk(calledGbk(replies));
      case CHARSET_GBK -> calledGbk(replies).healthy();
      case ONE_PACKET -> framed(replies, Framing.ONE_WRITE);
      case BYTE_BY_BYTE -> framed(replies, Framing.BYTE_BY_BYTE);
      case SPLIT_CHARACTERS -> framed(replies, Framing.SPLIT_CHARACTERS);
      case SPLIT_CRLF ->
          replies.stream(
              rewritten(replies.usual(), text -> text.replace("\n", "\r\n")),
              Framing.SPLIT_CRLF,
              ConnectionEnd.COMPLETE);
      case CRLF -> rewritten(replies, text -> text.replace("\n", "\r\n"));
      case CR -> rewritten(replies, text -> text.replace("\n", "\r"));
      case MULTI_LINE_DATA ->
          rewritten(replies, text -> text.replaceFirst("(\"\\w+\":)", "$1\ndata: "));
      case ID_RETRY -> rewritten(replies, text -> "id: 7\nretry: 3000\nretry: abc\n" + text);
      case COMMENT_FLOOD -> chunked(replies, replies.upTo(0), ConnectionEnd.COMMENTS);
      case TOKEN_FLOOD -> chunked(replies, replies.upTo(1), ConnectionEnd.TOKENS);
      case ENDLESS_TRAILERS ->
          and(chunked(replies, replies.upTo(replies.half()), ConnectionEnd.HEADERS), LAST_CHUNK);
      case TRAILERS_AFTER_DONE ->
          and(chunked(replies, replies.usual(), ConnectionEnd.HEADERS), LAST_CHUNK);
      case ENDLESS_EXTENSION ->
          and(
              chunked(replies, replies.upTo(replies.half()), ConnectionEnd.EXTENSION),
              "1;".getBytes(US_ASCII));
      case ENDLESS_LINE -> chunked(replies, replies.upTo(1), ConnectionEnd.LINE);
      case GZIP -> framed(replies, Framing.GZIP);
      case DEFLATE -> framed(replies, Framing.DEFLATE);
      case BROTLI -> framed(replies, Framing.BROTLI);
      case GZIP_CUT -> halfOfGzip(replies);
      case NOT_GZIP -> replies.with("content-encoding", "gzip").healthy();
      case GZIP_BOMB ->
          replies.script(
              Framing.GZIP,
              Framing.GZIP.headers(List.of()),
              List.of(Write.of(0, GzipBomb.CHUNK)),
              ConnectionEnd.COMPLETE);
      case CHUNK_EXTRAS -> framed(replies, Framing.CHUNK_EXTRAS);
      case BAD_CHUNK_SIZE ->
          and(
              chunked(replies, replies.upTo(replies.half()), ConnectionEnd.NOTHING),
              "size\r\n".getBytes(StandardCharsets.UTF_8));
      case LENGTH_TOO_SHORT -> framed(replies, Framing.LENGTH_TOO_SHORT);
      case LENGTH_TOO_LONG ->
          replies.stream(replies.usual(), Framing.LENGTH_TOO_LONG, ConnectionEnd.NOTHING);
      case TWO_RESPONSES -> and(replies.healthy(), replies.plainBytes(PlainResponse.noContent()));
      case NO_TRACE_ECHO -> replies.withoutEcho(UUID.randomUUID().toString()).healthy();
      case OTHERS_TRACE -> replies.asBefore().healthy();
      case HTTP10_CLOSE -> framed(replies, Framing.UNTIL_CLOSE);
      case LEAVE_OPEN -> chunked(replies, replies.usual(), ConnectionEnd.NOTHING);
      case KEEP_ALIVE -> chunked(replies, replies.usual(), ConnectionEnd.COMPLETE_THEN_STAY);
      case CLOSE_AFTER -> chunked(replies, replies.usual(), ConnectionEnd.COMPLETE_THEN_CLOSE);
      default -> complete(replies, FaultyEvents.of(fault, replies));
    };
  }

  /** A value, and more headers behind it. */
  private static String manyHeaders() {
    return IntStream.range(0, MANY).mapToObj("\r\nx-%05d: value"::formatted).collect(joining());
  }

  private static Script complete(Replies replies, List<TimedEvent> events) {
    return chunked(replies, events, ConnectionEnd.COMPLETE);
  }

  private static Script chunked(Replies replies, List<TimedEvent> events, ConnectionEnd ending) {
    return replies.stream(events, Framing.CHUNKED, ending);
  }

  private static Script framed(Replies replies, Framing framing) {
    return replies.stream(replies.usual(), framing, ConnectionEnd.COMPLETE);
  }

  private static Script rewritten(Replies replies, UnaryOperator<String> rewrite) {
    return complete(replies, rewritten(replies.usual(), rewrite));
  }

  private static List<TimedEvent> rewritten(
      List<TimedEvent> events, UnaryOperator<String> rewrite) {
    return events.stream()
        .map(timed -> timed.withText(rewrite.apply(timed.event().text())))
        .toList();
  }

  private static List<TimedEvent> lastWith(List<TimedEvent> events, UnaryOperator<String> rewrite) {
    int last = events.size() - 1;
    events.set(last, events.get(last).withText(rewrite.apply(events.get(last).event().text())));
    return events;
  }

  /** The reply with these bytes before it. */
  private static Script behind(byte[] bytes, Script script) {
    List<Write> writes = new ArrayList<>(script.writes());
    writes.set(0, writes.get(0).between(bytes, new byte[0]));
    return new Script(writes, script.endNanos(), script.ending());
  }

  /** The reply with these bytes right behind it. */
  private static Script and(Script script, byte[] bytes) {
    List<Write> writes = new ArrayList<>(script.writes());
    long lastNanos = writes.get(writes.size() - 1).dueNanos();
    writes.add(Write.of(Math.max(lastNanos, script.endNanos()), bytes));
    return new Script(writes, script.endNanos(), script.ending());
  }

  private static Script halfOfGzip(Replies replies) {
    Script whole = framed(replies, Framing.GZIP);
    List<Write> half = whole.writes().subList(0, whole.writes().size() / 2);
    return and(
        new Script(half, replies.timeline().doneNanos(), ConnectionEnd.COMPLETE), Chunks.LAST);
  }

  private static Replies calledGbk(Replies replies) {
    return replies.with("content-type", replies.wire().mediaType() + "; charset=gbk");
  }

  private static Script inGbk(Replies replies) {
    List<Write> writes =
        replies.filledIn(replies.usual()).stream()
            .map(timed -> Write.of(timed, Chunks.chunk(timed.event().text().getBytes(GBK))))
            .toList();
    return replies.script(
        Framing.CHUNKED, Framing.CHUNKED.headers(List.of()), writes, ConnectionEnd.COMPLETE);
  }

  private static List<TimedEvent> aMinuteLater(List<TimedEvent> events) {
    events.replaceAll(timed -> new TimedEvent(timed.dueNanos() + MINUTE_NANOS, timed.event()));
    return events;
  }

  private static List<TimedEvent> dripping(Replies replies) {
    List<TimedEvent> events = replies.upTo(0);
    for (long due = DRIP_NANOS; due < MINUTE_NANOS; due += DRIP_NANOS) {
      events.add(new TimedEvent(due, replies.token(0)));
    }
    events.add(new TimedEvent(MINUTE_NANOS, replies.part("end")));
    return events;
  }

  private static byte[] gzip(byte[] block, int times) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      for (int i = 0; i < times; i++) {
        gzip.write(block);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  private static Script cutInsideChunk(Replies replies) {
    List<TimedEvent> more = replies.filledIn(replies.upTo(replies.half() + 1));
    byte[] chunk = Chunks.chunk(more.get(more.size() - 1).event().bytes());
    return and(
        chunked(replies, replies.upTo(replies.half()), ConnectionEnd.FIN),
        Arrays.copyOf(chunk, chunk.length / 2));
  }

  private static List<TimedEvent> late(Replies replies) {
    List<TimedEvent> events = replies.usual();
    events.set(0, new TimedEvent(replies.timeline().firstNanos(), events.get(0).event()));
    return events;
  }
}
