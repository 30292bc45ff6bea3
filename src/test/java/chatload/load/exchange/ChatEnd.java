package chatload.load.exchange;

import chatload.load.watch.LoopWatch;
import chatload.protocol.ChatReading;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.Future;

/**
 * How a chat ends: its deadlines, its outcome, and that whoever waits is told of it once. Whatever
 * is thrown in a step of the chat becomes its outcome.
 */
final class ChatEnd {

  /** How long the response may stay open after the terminal event. */
  static final Duration GRACE = Duration.ofMillis(250);

  static {
    // Loading a class takes a file; when a chat fails because there is none left, it is too late.
    Trouble first = Trouble.own(new SocketException("Too many open files"), false);
    new ChatFailure(first.outcome(), first.cause(), null);
    Trouble.of(new SocketException("Connection reset"), true, false);
  }

  private final Duration timeLimit;
  private final ChatTimes times;
  private final ChatResponse response;
  private final ChatReading reading;

  private ChatPort port;
  private Future<?> deadline;
  private Throwable problem;
  private boolean responseEnded;
  private boolean lookedAgain;
  private boolean failureTold;
  private boolean ownTrouble;

  ChatEnd(Duration timeLimit, ChatTimes times, ChatResponse response) {
    this.timeLimit = timeLimit;
    this.times = times;
    this.response = response;
    this.reading = response.reading();
  }

  /** The time limit begins. */
  void start(ChatPort chatPort) {
    port = chatPort;
    deadline = later(this::deadline, timeLimit);
  }

  /** The chat was never handed to the client, and never will be. */
  void neverStarted() {
    reading.fail(Outcome.NOT_SENT, Cause.GENERATOR, "Gatling could not send the request");
    responseEnded = true;
  }

  private void deadline() {
    if (isOver() || hasFailed()) {
      return;
    }
    if (times.isLate() && !lookedAgain) {
      // What the user waits for may lie unread in the socket.
      lookedAgain = true;
      deadline = later(this::deadline, LoopWatch.TICK);
    } else if (response.error() != null) {
      failWithErrorResponse();
    } else if (reading.failIfOtherProtocol()) {
      times.end(times.sinceStart());
      tellFailure();
    } else {
      boolean written = times.posts() > 0;
      fail(Trouble.timeUp(timeLimit, written, response.hasBegun(), reading.hasToken()));
    }
  }

  /** Its user gives up. What has arrived by then and was not read yet comes first. */
  void cancel() {
    if (isOver() || hasFailed() || reading.hasTerminal()) {
      return;
    }
    if (times.isLate()) {
      later(this::cancel, LoopWatch.TICK);
    } else if (response.error() != null) {
      failWithErrorResponse();
    } else {
      reading.fail(Outcome.CANCELLED, null, "its user gave up, as planned");
      times.end(times.sinceStart());
      tellFailure();
    }
  }

  /** The terminal event has arrived, and nothing in the same read made it a failure. */
  void terminal() {
    if (hasFailed()) {
      return;
    }
    long limit = timeLimit.toNanos();
    times.end(reading.terminalNanos());
    if (reading.terminalNanos() > limit) {
      fail(Trouble.lateTerminal(reading.terminalNanos() - times.ownTotal() <= limit));
      return;
    }
    deadline.cancel(false);
    if (!responseEnded) {
      later(this::graceOver, GRACE);
    }
    port.terminal();
  }

  private void graceOver() {
    if (!responseEnded) {
      responseEnded();
      port.closeConnection();
    }
  }

  /** The client says why there is no response, or no more of it. */
  void problem(Throwable said) {
    if (isOver() || hasFailed()) {
      return;
    }
    problem = said;
    if (reading.hasTerminal()) {
      // Everything that the user waits for has arrived; how the connection ends is no matter.
      responseEnded();
      port.closeConnection();
      return;
    }
    Trouble trouble = Trouble.of(said, times.posts() > 0, response.hasBegun());
    ownTrouble = trouble.isOwn();
    if (response.error() != null && !ownTrouble && trouble.outcome() == Outcome.STREAM_CUT) {
      failWithErrorResponse();
    } else {
      fail(trouble);
    }
  }

  /** A response that is no event stream is what the chat failed with. */
  void failWithErrorResponse() {
    if (!hasFailed()) {
      fail(response.error().trouble());
    }
  }

  /** The chat fails, unless it has already, and that is told. */
  void fail(Trouble trouble) {
    reading.fail(trouble.outcome(), trouble.cause(), trouble.words());
    if (times.end() < 0) {
      times.end(times.sinceStart());
    }
    tellFailure();
  }

  /** Tells of the failure that the reading holds. */
  void tellFailure() {
    responseEnded();
    deadline.cancel(false);
    failureTold = true;
    port.failed(new ChatFailure(reading.outcome(), reading.cause(), response.status()));
    port.closeConnection();
  }

  /**
   * Something of this program has died, whatever it was about to do. The chat's user must not wait
   * for ever, and the service is not to blame.
   */
  void broken(Throwable said) {
    ownTrouble = true;
    problem = said;
    if (!failureTold) {
      fail(Trouble.own(said, response.hasBegun()));
    }
  }

  void guarded(Runnable step) {
    try {
      step.run();
    } catch (Throwable e) {
      broken(e);
    }
  }

  /** Runs a step after what the loop is doing now. */
  void soon(Runnable step) {
    port.soon(() -> guarded(step));
  }

  Future<?> later(Runnable step, Duration delay) {
    return port.later(() -> guarded(step), delay);
  }

  /** Nothing of the response is waited for any more. */
  void responseEnded() {
    if (!responseEnded) {
      responseEnded = true;
      times.close();
    }
  }

  boolean hasFailed() {
    return reading.hasFailed();
  }

  /** Whether what arrives has no meaning any more. */
  boolean isDeaf() {
    return responseEnded || hasFailed();
  }

  /** Whether everything about the chat is known. */
  boolean isOver() {
    return responseEnded && (hasFailed() || reading.hasTerminal());
  }

  /** What the client said of why there is no response, or no more of it; null if nothing. */
  Throwable problem() {
    return problem;
  }

  /** Whether something went wrong in this machine or this program. */
  boolean hadOwnTrouble() {
    return ownTrouble;
  }
}
