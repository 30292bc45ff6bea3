package chatload.service;

import chatload.service.fault.Fault;
import chatload.service.fault.FaultPlan;
import chatload.service.fault.FaultSequence;
import chatload.service.fault.FaultyReplies;
import chatload.service.journal.Journal;
import chatload.service.journal.Trace;
import chatload.service.reply.ChatPayload;
import chatload.service.reply.PlainResponse;
import chatload.service.reply.ReceivedRequest;
import chatload.service.reply.Replies;
import chatload.service.reply.Script;
import chatload.service.reply.Timing;
import chatload.service.reply.WireFormat;
import chatload.tool.UserError;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Decides what to answer; knows nothing of connections. May be called from any thread. */
public final class ChatService {

  /**
   * What to answer.
   *
   * @param script the response
   * @param trace where to note what was sent; empty when it is not about a chat
   */
  record Answer(Script script, Optional<Trace> trace) {}

  private static final String METRICS_ROUTE = "GET /metrics";

  private final WireFormat wire;
  private final String route;
  private final String healthRoute;
  private final TokenCheck tokens;
  private final Timing timing;
  private final FaultSequence faults;
  private final Journal journal;
  private final AtomicLong chats = new AtomicLong();
  private final AtomicReference<String> lastTraceId = new AtomicReference<>();

  ChatService(TargetConfig config, Journal journal) {
    this.wire = config.wire();
    String path = wire.path().split("\\?")[0];
    this.route = "POST " + path;
    this.healthRoute = "GET " + path.substring(0, path.lastIndexOf('/') + 1) + "health";
    this.tokens = new TokenCheck(config);
    this.timing = config.timing();
    this.faults = new FaultSequence(config.faults());
    this.journal = journal;
  }

  Answer answer(ReceivedRequest request) {
    if (request.route().equals(route)) {
      Trace trace = journal.post(request.traceId(), request.receivedNanos());
      return new Answer(chat(request, trace), Optional.of(trace));
    }
    if (request.route().equals(METRICS_ROUTE)) {
      return plain(request, PlainResponse.metrics(journal.posts(), chats.get()));
    }
    return plain(
        request,
        request.route().equals(healthRoute)
            ? PlainResponse.health(request.traceId())
            : PlainResponse.error(404, "Not found."));
  }

  WireFormat wire() {
    return wire;
  }

  void finished(Trace trace) {
    journal.finished(trace);
  }

  private Script chat(ReceivedRequest request, Trace trace) {
    if (!tokens.accepts(request.headers())) {
      return script(request, PlainResponse.unauthorized());
    }
    ChatPayload payload = ChatPayload.parse(request.body(), wire);
    if (!payload.issues().isEmpty()) {
      return script(request, PlainResponse.invalidPayload(payload.issues()));
    }
    Optional<Fault> fault;
    try {
      fault = FaultPlan.askedFor(payload.message());
      fault.ifPresent(asked -> asked.requireIn(wire));
    } catch (UserError e) {
      var issue = new ChatPayload.Issue(List.of("message"), e.getMessage());
      return script(request, PlainResponse.invalidPayload(List.of(issue)));
    }
    Optional<Fault> injected = fault.isPresent() ? fault : faults.next();
    injected.ifPresent(trace::injected);
    String before = lastTraceId.getAndSet(request.traceId());
    Replies replies = Replies.to(request, wire, timing.timeline(chats.incrementAndGet()), before);
    return injected.map(f -> FaultyReplies.script(f, replies)).orElseGet(replies::healthy);
  }

  private static Answer plain(ReceivedRequest request, PlainResponse response) {
    return new Answer(script(request, response), Optional.empty());
  }

  private static Script script(ReceivedRequest request, PlainResponse response) {
    return Script.response(response.encode(request.traceId(), request.keepAlive()));
  }
}
