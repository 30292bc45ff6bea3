package chatload.load.exchange;

import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading;
import chatload.protocol.ChatReading.Step;
import chatload.protocol.EmbeddedProof;
import chatload.run.Cause;
import chatload.run.Outcome;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;

/** What has arrived of the response to one chat, and what it adds up to. It knows no clock. */
public final class ChatResponse {

  /** That its head names another chat. */
  static final Trouble ANOTHERS =
      new Trouble(Outcome.CROSS_TALK, Cause.SERVICE, "the trace id of another chat came back");

  private final ChatPlan plan;
  private final RunIds ids;
  private final ChatReading reading;

  private HttpResponseStatus status;
  private HttpHeaders head;
  private ErrorResponse error;
  private boolean embeddedTarget;

  /**
   * @param ids of the run, to notice what belongs to another chat
   */
  ChatResponse(ChatPlan plan, RunIds ids) {
    this.plan = plan;
    this.ids = ids;
    this.reading = new ChatReading(ChatProtocol.EYWA, plan.fallbackReplies(), plan::redact);
  }

  /** Takes the head, once. */
  void begin(HttpResponseStatus responseStatus, HttpHeaders headers) {
    status = responseStatus;
    head = headers;
    embeddedTarget = EmbeddedProof.SERVER.equals(headers.get(HttpHeaderNames.SERVER));
    error = ErrorResponse.of(responseStatus, headers).orElse(null);
  }

  /** Whether the head has arrived. */
  boolean hasBegun() {
    return status != null;
  }

  /** Whether its head names another chat. */
  boolean isAnothers() {
    return ids.isAnothers(head.get(ChatPlan.TRACE_HEADER), plan);
  }

  /**
   * Takes an event of the stream.
   *
   * @param nanos since the chat's start
   */
  Step event(String name, String data, long nanos) {
    embeddedTarget |= name.equals("meta") && isFromEmbeddedTarget(data);
    Step step = reading.event(name, data, nanos);
    // No id has fewer hyphens than one, so most tokens are not even looked through.
    if (step != Step.FAILED && data != null && data.indexOf('-') >= 0) {
      step = crossTalk(data, step);
    }
    return step == Step.TERMINAL ? crossTalk(reading.reply(), step) : step;
  }

  private Step crossTalk(CharSequence text, Step otherwise) {
    String anothers = ids.anothersIn(text, plan);
    return anothers == null || reading.hasFailed()
        ? otherwise
        : reading.fail(Outcome.CROSS_TALK, Cause.SERVICE, anothers + " of another chat came back");
  }

  private boolean isFromEmbeddedTarget(String said) {
    return said != null && EmbeddedProof.isIn(said, plan.traceId());
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
