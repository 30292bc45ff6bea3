package chatload.load.exchange;

import chatload.conversation.Expected;
import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading;
import chatload.protocol.ChatReading.Step;
import chatload.protocol.EmbeddedProof;
import chatload.protocol.Framing;
import chatload.run.Cause;
import chatload.run.Outcome;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Objects;
import java.util.function.BiConsumer;

/** What has arrived of the response to one chat, and what it adds up to. It knows no clock. */
public final class ChatResponse {

  /** That its head names another chat. */
  private static final Trouble ANOTHERS =
      new Trouble(Outcome.CROSS_TALK, Cause.SERVICE, "the trace id of another chat came back");

  private final ChatPlan plan;
  private final RunIds ids;
  private final ChatProtocol protocol;
  private final ChatReading reading;

  private HttpResponseStatus status;
  private HttpHeaders head;
  private ErrorResponse error;
  private boolean embeddedTarget;

  /**
   * @param ids of the run, to notice what belongs to another chat
   * @param protocol what it means
   */
  ChatResponse(ChatPlan plan, RunIds ids, ChatProtocol protocol) {
    this.plan = plan;
    this.ids = ids;
    this.protocol = protocol;
    this.reading = new ChatReading(protocol, plan.fallbackReplies(), plan::redact);
  }

  /** Takes the head, once. */
  void begin(HttpResponseStatus responseStatus, HttpHeaders headers) {
    status = responseStatus;
    head = headers;
    embeddedTarget = EmbeddedProof.SERVER.equals(headers.get(HttpHeaderNames.SERVER));
    error = ErrorResponse.of(responseStatus, headers, protocol.contentTypes()).orElse(null);
  }

  /** Whether the head has arrived. */
  boolean hasBegun() {
    return status != null;
  }

  /** That its head names another chat; null if it does not. */
  Trouble crossTalk() {
    if (ids.isAnothers(head.get(ChatPlan.TRACE_HEADER), plan)) {
      return ANOTHERS;
    }
    return head.entries().stream()
        .map(header -> ids.anothersIn(header.getValue(), plan))
        .filter(Objects::nonNull)
        .findFirst()
        .map(
            id -> new Trouble(Outcome.CROSS_TALK, Cause.SERVICE, id + " of another chat came back"))
        .orElse(null);
  }

  /**
   * Takes an event of the stream.
   *
   * @param nanos since the chat's start
   */
  Step event(String name, String data, long nanos) {
    embeddedTarget |= !reading.hasToken() && isFromEmbeddedTarget(data);
    Step step = reading.event(name, data, nanos);
    // No id has fewer hyphens than one, so most tokens are not even looked through.
    if (step != Step.FAILED && data != null && data.indexOf('-') >= 0) {
      step = crossTalk(data, step, reading.reply());
    }
    return step == Step.TERMINAL ? whole(step) : step;
  }

  /** The reply is whole: whether it is this chat's, and what is expected of it. */
  private Step whole(Step step) {
    Step own = crossTalk(reading.reply(), step, null);
    if (own != step || plan.turn() == null) {
      return own;
    }
    if (protocol.namesConversations() && !plan.turn().isLast() && reading.conversation() == null) {
      return reading.fail(
          Outcome.MALFORMED, Cause.PROTOCOL, "the reply names no conversation to go on with");
    }
    CharSequence reply = reading.reply();
    try {
      return plan.turn()
          .expected()
          .missedBy(reply, reply.length() < ChatReading.MOST_KEPT)
          .map(missed -> reading.fail(Outcome.WRONG_REPLY, Cause.MODEL, "the reply: " + missed))
          .orElse(step);
    } catch (Expected.Undecided e) {
      return reading.fail(Outcome.WRONG_REPLY, Cause.GENERATOR, e.getMessage());
    }
  }

  /**
   * The response ended as it should.
   *
   * @param rest what the end left incomplete; null if nothing
   * @param nanos since the chat's start
   */
  Step ended(Framing.Rest rest, long nanos) {
    Step step = reading.ended(rest, nanos);
    return step == Step.TERMINAL ? whole(step) : step;
  }

  /**
   * Whether it ends with its connection, so that nobody can say whether it was cut, where nothing
   * else says that the reply is whole.
   */
  boolean endsUnproven(ConnectionSeen connection) {
    return protocol.endsWithResponse()
        && !"HTTP/2".equals(connection.httpVersion())
        && !head.contains(HttpHeaderNames.CONTENT_LENGTH)
        && !head.containsValue(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED, true);
  }

  /** It fails for want of a proof that it is whole. */
  Step failUnproven() {
    return reading.fail(
        Outcome.TRUNCATED,
        Cause.SERVICE,
        "the response ended with its connection: nobody can say whether the reply is whole");
  }

  /**
   * Cuts the response's body into events.
   *
   * @param onEvent takes the name and the data of each
   */
  Framing framing(BiConsumer<String, String> onEvent) {
    return protocol.framing(onEvent, reading.longTexts());
  }

  private Step crossTalk(CharSequence text, Step otherwise, CharSequence reply) {
    String anothers = ids.anothersIn(text, plan, reply);
    return anothers == null || reading.hasFailed()
        ? otherwise
        : reading.fail(Outcome.CROSS_TALK, Cause.SERVICE, anothers + " of another chat came back");
  }

  private boolean isFromEmbeddedTarget(String said) {
    return said != null
        && said.contains(EmbeddedProof.FIELD)
        && EmbeddedProof.isIn(said, plan.traceId());
  }

  /** What it is in the place of an event stream; null while it is none, or one. */
  public ErrorResponse error() {
    return error;
  }

  /** Whether it came from this project's own chat service. */
  boolean fromEmbeddedTarget() {
    return embeddedTarget || error != null && isFromEmbeddedTarget(error.body());
  }

  /** Null if none arrived. */
  Integer status() {
    return status == null ? null : status.code();
  }

  /** Null if none arrived. */
  public HttpHeaders head() {
    return head;
  }

  /** Null if none arrived. */
  Boolean traceEchoed() {
    return head == null ? null : plan.traceId().equals(head.get(ChatPlan.TRACE_HEADER));
  }

  /** What its events add up to. */
  ChatReading reading() {
    return reading;
  }
}
