package chatload.service.reply;

import chatload.protocol.EmbeddedProof;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Composes the response to one accepted chat: the healthy one and the basis of all others. */
public final class Replies {

  private final ReceivedRequest request;
  private final WireFormat wire;
  private final Timeline timeline;
  private final String traceId;
  private final String before;
  private final Map<String, String> headers;

  private Replies(
      ReceivedRequest request,
      WireFormat wire,
      Timeline timeline,
      String traceId,
      String before,
      Map<String, String> headers) {
    this.request = request;
    this.wire = wire;
    this.timeline = timeline;
    this.traceId = traceId;
    this.before = before;
    this.headers = headers;
  }

  /**
   * @param before trace id of the chat before; null if this is the first
   */
  public static Replies to(
      ReceivedRequest request, WireFormat wire, Timeline timeline, String before) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-trace-id", request.traceId());
    headers.put("content-type", wire.contentType());
    headers.put("cache-control", "no-cache, no-transform");
    if (wire.header() != null) {
      String[] header = wire.header().split(": ", 2);
      headers.put(header[0], header[1]);
    }
    return new Replies(request, wire, timeline, request.traceId(), before, headers);
  }

  /** The same with a trace id of the service's own in the events and none in the headers. */
  public Replies withoutEcho(String ownTraceId) {
    return new Replies(request, wire, timeline, ownTraceId, before, without("x-trace-id").headers);
  }

  /** The same with the trace id of the chat before; the first one has its own. */
  public Replies asBefore() {
    return before == null
        ? this
        : new Replies(request, wire, timeline, before, before, with("x-trace-id", before).headers);
  }

  /** The same events in the words of another protocol, under the same headers. */
  public Replies speaking(WireFormat other) {
    return new Replies(request, other, timeline, traceId, before, headers);
  }

  /** The same with another value of that header. */
  public Replies with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Replies(request, wire, timeline, traceId, before, more);
  }

  /** The same without that header. */
  public Replies without(String header) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(header);
    return new Replies(request, wire, timeline, traceId, before, fewer);
  }

  public Script healthy() {
    return stream(usual(), Framing.CHUNKED, ConnectionEnd.COMPLETE);
  }

  public Script plain(PlainResponse response) {
    return Script.response(plainBytes(response));
  }

  public byte[] plainBytes(PlainResponse response) {
    return response.encode(request.traceId(), request.keepAlive());
  }

  /** The start, all tokens, the end. */
  public List<TimedEvent> usual() {
    return usualUntil(part("end"));
  }

  /** The start, all tokens, the given end. */
  public List<TimedEvent> usualUntil(ReplyEvent end) {
    return upTo(timeline.tokens(), end);
  }

  /** The start, the first n tokens, and an end when the token after them would have been due. */
  public List<TimedEvent> upTo(int tokens, ReplyEvent end) {
    List<TimedEvent> events = upTo(tokens);
    events.add(new TimedEvent(timeline.nanos(tokens), end));
    return events;
  }

  /** The start and the first n tokens. */
  public List<TimedEvent> upTo(int tokens) {
    List<TimedEvent> events = new ArrayList<>(tokens + 2);
    events.add(new TimedEvent(0, part("start")));
    for (int i = 0; i < tokens; i++) {
      events.add(new TimedEvent(timeline.nanos(i), token(i)));
    }
    return events;
  }

  /** The start, another text in slices, the given end. */
  public List<TimedEvent> saying(List<ReplyEvent> tokens, ReplyEvent end) {
    List<TimedEvent> events = upTo(0);
    for (int i = 0; i < tokens.size(); i++) {
      events.add(new TimedEvent(timeline.nanos(i), tokens.get(i)));
    }
    events.add(new TimedEvent(timeline.doneNanos(), end));
    return events;
  }

  public ReplyEvent token(int i) {
    return wire.reply().get(i % wire.reply().size());
  }

  /** That part of the protocol, about this chat. */
  public ReplyEvent part(String name) {
    return wire.part(name, traceId);
  }

  public WireFormat wire() {
    return wire;
  }

  /** How many tokens come before something goes wrong in mid-stream, at least one. */
  public int half() {
    return (timeline.tokens() + 1) / 2;
  }

  public Timeline timeline() {
    return timeline;
  }

  /** The events of a whole reply with what depends on those before. */
  public List<TimedEvent> filledIn(List<TimedEvent> events) {
    return ReplyEvent.filledIn(events);
  }

  /** A stream that ends when the token after its last one would have been due. */
  public Script stream(List<TimedEvent> events, Framing framing, ConnectionEnd ending) {
    if (request.http10() && framing == Framing.CHUNKED) {
      return stream(events, Framing.UNTIL_CLOSE, ending);
    }
    List<TimedEvent> whole = filledIn(events);
    return script(framing, framing.headers(whole), framing.writes(whole), ending);
  }

  /** A stream of these writes behind a head with these header lines. */
  public Script script(
      Framing framing, List<String> headerLines, List<Write> body, ConnectionEnd ending) {
    List<Write> writes = new ArrayList<>(body);
    writes.set(0, writes.get(0).between(head(framing, headerLines), new byte[0]));
    int last = writes.size() - 1;
    if (ending.isComplete()) {
      writes.set(last, writes.get(last).between(new byte[0], framing.end()));
    }
    return new Script(
        writes,
        ending.isComplete() ? 0 : timeline.nanos(half()),
        ending == ConnectionEnd.COMPLETE && framing == Framing.UNTIL_CLOSE
            ? ConnectionEnd.FIN
            : ending);
  }

  private byte[] head(Framing framing, List<String> headerLines) {
    StringBuilder head = new StringBuilder(framing.httpVersion()).append(" 200 OK\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    headerLines.forEach(line -> head.append(line).append("\r\n"));
    head.append("server: ").append(EmbeddedProof.SERVER).append("\r\n");
    head.append("date: ").append(HttpDate.now()).append("\r\n");
    if (!request.keepAlive() && framing != Framing.UNTIL_CLOSE) {
      head.append("connection: close\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
