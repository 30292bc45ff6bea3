package chatload.load.exchange;

import chatload.load.watch.LoopWatch;
import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading.Step;
import chatload.protocol.Framing;
import chatload.protocol.SseParser;
import chatload.run.Cause;
import chatload.run.Outcome;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The course of one chat from its start until nothing of it is waited for: it is told what happens
 * on the wire, takes the times, and tells its port of the head, the first token, and the end. No
 * method but {@link #write()} throws anything; what goes wrong becomes the chat's outcome.
 *
 * <p>All methods run on the event loop of the chat's virtual user, except the constructor.
 */
public final class ChatCourse {

  /** How long to wait for the body of an error response. */
  static final Duration ERROR_BODY_WAIT = Duration.ofSeconds(1);

  private final ChatPlan plan;
  private final ChatTimes times;
  private final ChatResponse response;
  private final ChatEnd end;
  private final Framing framing;
  private final ConnectionSeen connection = new ConnectionSeen();
  private ChatPort port;
  private boolean toldFirstToken;
  private boolean isGenerating;

  /**
   * @param ids of the run, to notice what belongs to another chat
   * @param protocol what the response means
   */
  public ChatCourse(ChatPlan plan, RunIds ids, ChatProtocol protocol) {
    this(plan, ids, protocol, System::nanoTime);
  }

  /**
   * @param nanoTime the clock, as {@link System#nanoTime()}
   */
  public ChatCourse(ChatPlan plan, RunIds ids, ChatProtocol protocol, LongSupplier nanoTime) {
    this.plan = plan;
    this.times = new ChatTimes(nanoTime, plan.dueNanos());
    this.response = new ChatResponse(plan, ids, protocol);
    this.end = new ChatEnd(plan.timeLimit(), times, response);
    this.framing = response.framing(this::event);
  }

  /** The request is handed to the client in this instant. */
  public void start(ChatPort chatPort, LoopWatch loop) {
    port = chatPort;
    end.start(chatPort);
    times.start(loop);
    response.reading().lateBy(times::late);
    if (plan.cancelAfter() != null) {
      end.later(end::cancel, plan.cancelAfter());
    }
  }

  /**
   * The request is about to be written.
   *
   * @throws IllegalStateException if that must not be: a chat is sent once
   */
  void write() {
    if (end.isOver() || times.posts() > 0) {
      throw new IllegalStateException("refused to write a request for a chat that is over");
    }
    times.write();
  }

  /** The head of the response has arrived; a second one means nothing. */
  void head(HttpResponseStatus status, HttpHeaders headers) {
    end.guarded(
        () -> {
          if (!end.isOver() && !response.hasBegun()) {
            begin(status, headers);
          }
        });
  }

  private void begin(HttpResponseStatus status, HttpHeaders headers) {
    response.begin(status, headers);
    connection.response(headers);
    if (response.error() != null) {
      end.later(end::failWithErrorResponse, ERROR_BODY_WAIT);
      return;
    }
    Trouble crossTalk = response.crossTalk();
    if (crossTalk == null) {
      port.answered();
    } else {
      end.fail(crossTalk);
    }
  }

  /**
   * A piece of the body has arrived.
   *
   * @param last whether the body ended with it as it should
   */
  void chunk(ByteBuf chunk, boolean last) {
    try {
      if (!end.isDeaf()) {
        times.arrival();
        take(chunk, last);
      }
    } catch (Throwable e) {
      end.broken(e);
    }
  }

  private void take(ByteBuf chunk, boolean last) {
    if (response.error() != null) {
      boolean enough = response.error().add(chunk);
      if (last || enough) {
        end.failWithErrorResponse();
      }
      return;
    }
    try {
      framing.feed(chunk.nioBuffer());
      if (last && !end.hasFailed()) {
        ended(framing.end());
      }
    } catch (SseParser.EventTooLong e) {
      end.fail(new Trouble(Outcome.MALFORMED, Cause.PROTOCOL, e.getMessage()));
    }
  }

  private void ended(Framing.Rest rest) {
    end.responseEnded();
    Step step =
        response.endsUnproven(connection)
            ? response.failUnproven()
            : response.ended(rest, times.now());
    if (step == Step.FAILED) {
      end.soon(port::closeConnection);
      times.end(times.now());
      end.tellFailure();
    } else {
      take(step);
      end.soon(port::closeConnection);
    }
  }

  private void event(String name, String data) {
    take(response.event(name, data, times.now()));
  }

  private void take(Step step) {
    if (!isGenerating && response.reading().generation().firstNanos() >= 0) {
      isGenerating = true;
      times.firstGenerated();
    }
    if (step != Step.NOTHING && step != Step.TOKEN) {
      firstToken(step);
    }
    switch (step) {
      // Later, so that what follows in the same read can still fail the chat.
      case TERMINAL -> {
        times.terminal();
        end.soon(end::terminal);
      }
      case FAILED -> {
        times.end(times.now());
        times.terminal();
        end.soon(end::tellFailure);
      }
      case FIRST_TOKEN, TOKEN, NOTHING -> {}
    }
  }

  /** An event can have the first token and be the last; and the first can be taken back. */
  private void firstToken(Step step) {
    boolean isTold = toldFirstToken;
    if (step == Step.FIRST_TOKEN || !isTold && response.reading().hasToken()) {
      times.firstToken();
      toldFirstToken = true;
      if (!isTold) {
        port.firstToken();
      }
    }
  }

  /** The client says why there is no response, or no more of it. */
  void problem(Throwable said) {
    end.guarded(() -> end.problem(said));
  }

  /** Something of this program has died while it worked for the chat. */
  void broken(Throwable said) {
    end.broken(said);
  }

  /** The client could not even begin. Safe to call from Gatling's own actions. */
  public void refused(Throwable said) {
    end.soon(() -> end.broken(said));
  }

  /** Whether the request was handed to the client and the outcome is still open. */
  public boolean isRunning() {
    return port != null && !end.isOver();
  }

  public boolean isOk() {
    return end.isOver() && !end.hasFailed();
  }

  /** What became of it; a chat that was never started gets its outcome with that. */
  public ChatOutcome outcome() {
    if (port == null) {
      end.neverStarted();
      times.neverStarted();
    }
    return ChatOutcome.of(plan, times, response, end);
  }

  public ChatPlan plan() {
    return plan;
  }

  public ChatTimes times() {
    return times;
  }

  /** What has arrived so far. */
  public ChatResponse response() {
    return response;
  }

  /** What was in force on its connection. */
  public ConnectionSeen connection() {
    return connection;
  }
}
