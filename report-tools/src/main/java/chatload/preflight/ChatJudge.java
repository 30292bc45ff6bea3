package chatload.preflight;

import chatload.records.Burst;
import java.time.Duration;
import java.util.Locale;

/** Says what to do about a chat that was not answered as users should be answered. */
final class ChatJudge {
  private static final String MODEL_FIX =
      "The model is down or refuses the service: check the service's model key, its quota and the"
          + " upstream's status, then try again. Load on canned replies proves nothing.";
  private static final String LOG_FIX = "Look for the trace id in the service's log.";

  private final Duration limit;
  private final Quote quote;

  /**
   * @param limit the time limit that the chat had
   */
  ChatJudge(Duration limit, Quote quote) {
    this.limit = limit;
    this.quote = quote;
  }

  /** For an answer with status 200. */
  Finding judge(Answer answer) {
    String error = answer.error() == null ? "" : quote.safe(answer.error());
    return switch (answer.outcome()) {
      case OK -> complete(answer.stream());
      case NOT_SSE -> notAStream(answer);
      case EMPTY -> Finding.failed("an end without any token before it: " + error, MODEL_FIX);
      case FALLBACK_REPLY -> Finding.failed(error, MODEL_FIX);
      case DEGRADED -> Finding.failed(error, "The service hit an internal error. " + LOG_FIX);
      case ERROR_EVENT -> Finding.failed(error, LOG_FIX + " " + MODEL_FIX);
      case MALFORMED, OTHER_PROTOCOL ->
          Finding.failed(
              "a stream that can't be read: " + error,
              "Check the URL, and that --protocol is what the service speaks: loadtest protocol list"
                  + " names them.");
      case TRUNCATED ->
          answer.stream().endMs() != null
              ? Finding.failed(error, LOG_FIX + " " + MODEL_FIX)
              : Finding.failed(
                  soFar(answer.stream()) + ", then " + error,
                  LOG_FIX + " A proxy that cuts or buffers streams can do this too.");
      case STREAM_CUT ->
          Finding.failed(
              soFar(answer.stream()) + ", then the stream broke: " + error,
              LOG_FIX + " A proxy that cuts streams can do this too.");
      case FIRST_TOKEN_TIMEOUT, TOTAL_TIMEOUT ->
          Finding.failed(
              soFar(answer.stream()) + ", no end within " + limit.toMillis() + " ms",
              "The model hangs or is very slow: check the upstream's status. " + LOG_FIX);
      case CUT_SHORT, REFUSED, FILTERED, NO_ANSWER, OTHER_MODEL ->
          Finding.failed(
              error,
              "Users would have no whole answer: ask something else with --message, or change what"
                  + " the service lets its model do. "
                  + LOG_FIX);
      default -> Finding.failed(error, LOG_FIX);
    };
  }

  private Finding notAStream(Answer answer) {
    if (answer.header("content-type").contains("event-stream")) {
      return Finding.failed(
          "200, but " + quote.safe(answer.error()),
          "The service, or a proxy before it, must send what was asked for: see --accept-encoding.");
    }
    return Finding.failed(
        "200, but content-type "
            + quote.of(answer.header("content-type"))
            + ": "
            + quote.of(answer.body()),
        StatusJudge.gatekeeper(answer)
            .map(StatusJudge::passTheGate)
            .orElse(
                "Something else than the chat service answers at this URL: check host and path."));
  }

  private Finding complete(Answer.Stream stream) {
    boolean burst =
        Burst.is(stream.chunks(), stream.firstTokenMs(), stream.endMs(), stream.maxGapMs());
    return Finding.passed(
        soFar(stream)
            + ", done after "
            + millis(stream.endMs())
            + persisted(stream.persistedCount())
            + (burst
                ? "; nothing was streamed: everything arrived at once (does a proxy hold it back?)"
                : ""));
  }

  private static String persisted(Integer count) {
    if (count == null) {
      return "";
    }
    return ", persistedCount "
        + count
        + (count == 0 ? " (nothing was remembered: is the memory database down?)" : "");
  }

  private static String soFar(Answer.Stream stream) {
    return stream.firstTokenMs() == null
        ? "no token"
        : "first token after " + millis(stream.firstTokenMs());
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%.1f ms", millis);
  }
}
