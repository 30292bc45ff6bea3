package chatload.preflight;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Decides whether a chat was answered as users should be answered. */
final class ChatJudge {
  private static final String MODEL_FIX =
      "The model is down or refuses the service: check the service's model key, its quota and the"
          + " upstream's status, then try again. Load on canned replies proves nothing.";
  private static final String LOG_FIX = "Look for the trace id in the service's log.";

  private final List<String> fallbackReplies;
  private final Duration limit;
  private final Quote quote;

  /**
   * @param limit the time limit that the chat had
   */
  ChatJudge(List<String> fallbackReplies, Duration limit, Quote quote) {
    this.fallbackReplies = fallbackReplies;
    this.limit = limit;
    this.quote = quote;
  }

  Finding judge(ChatReply reply) {
    return switch (reply.end()) {
      case TERMINAL_EVENT -> complete(reply);
      case ERROR_EVENT ->
          Finding.failed("an error event: " + quote.of(reply.detail()), LOG_FIX + " " + MODEL_FIX);
      case MALFORMED_EVENT ->
          Finding.failed(
              "an event that can't be read: " + quote.of(reply.detail()),
              "Check that the URL is that of the chat service which this project was written for:"
                  + " token events carry {\"text\":…}, the done event an object.");
      case CLOSED_EARLY ->
          Finding.failed(
              soFar(reply) + ", then the stream ended without a done event",
              LOG_FIX + " A proxy that cuts or buffers streams can do this too.");
      case CONNECTION_LOST ->
          Finding.failed(
              soFar(reply) + ", then the stream broke: " + quote.of(reply.detail()),
              LOG_FIX + " A proxy that cuts streams can do this too.");
      case LIMIT_REACHED ->
          Finding.failed(
              soFar(reply) + ", no done event within " + limit.toMillis() + " ms",
              "The model hangs or is very slow: check the upstream's status. " + LOG_FIX);
    };
  }

  private Finding complete(ChatReply reply) {
    if (reply.done().path("degraded").asBoolean(false)) {
      return Finding.failed(
          "a degraded reply: " + quote.of(reply.text()),
          "The service hit an internal error. " + LOG_FIX);
    }
    if (reply.firstTokenMs() == null) {
      return Finding.failed("a done event without any token before it", MODEL_FIX);
    }
    String text = reply.text().stripLeading();
    if (fallbackReplies.stream().anyMatch(text::startsWith)) {
      return Finding.failed("a canned reply: " + quote.of(text), MODEL_FIX);
    }
    return Finding.passed(
        soFar(reply) + ", done after " + millis(reply.endMs()) + persisted(reply));
  }

  private static String persisted(ChatReply reply) {
    if (!reply.done().path("persistedCount").canConvertToInt()) {
      return "";
    }
    int count = reply.done().path("persistedCount").intValue();
    return ", persistedCount "
        + count
        + (count == 0 ? " (nothing was remembered: is the memory database down?)" : "");
  }

  private static String soFar(ChatReply reply) {
    return reply.firstTokenMs() == null
        ? "no token"
        : "first token after " + millis(reply.firstTokenMs());
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%.1f ms", millis);
  }
}
