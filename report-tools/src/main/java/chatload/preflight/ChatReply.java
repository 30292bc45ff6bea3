package chatload.preflight;

import chatload.run.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/**
 * What came back over the stream of one chat, up to its terminal event.
 *
 * @param end how it ended
 * @param text all user-visible text
 * @param firstTokenMs arrival of the first of it, milliseconds; null if none arrived
 * @param endMs when the end was known, milliseconds
 * @param done what the terminal event said; missing without one
 * @param detail the event or the error that ended it, as untrusted as its sender; else empty
 */
record ChatReply(
    End end, String text, Double firstTokenMs, double endMs, JsonNode done, String detail) {

  enum End {
    TERMINAL_EVENT,
    ERROR_EVENT,
    MALFORMED_EVENT,
    CLOSED_EARLY,
    CONNECTION_LOST,
    LIMIT_REACHED
  }

  /** Reads event by event until the chat has ended, one way or the other. */
  static ChatReply read(Exchange exchange) {
    Reader reader = new Reader(exchange);
    try {
      return reader.read();
    } catch (IOException e) {
      return exchange.isLimitReached()
          ? reader.ended(End.LIMIT_REACHED, "")
          : reader.ended(End.CONNECTION_LOST, String.valueOf(e.getMessage()));
    }
  }

  private static final class Reader {
    private final Exchange exchange;
    private final StringBuilder text = new StringBuilder();
    private Double firstTokenMs;
    private JsonNode done = MissingNode.getInstance();

    Reader(Exchange exchange) {
      this.exchange = exchange;
    }

    ChatReply read() throws IOException {
      EventStream events = new EventStream(exchange.body());
      for (EventStream.Event event = events.next(); event != null; event = events.next()) {
        JsonNode data = parse(event.data());
        switch (event.name()) {
          case "token" -> {
            if (!data.path("text").isTextual()) {
              return ended(End.MALFORMED_EVENT, "token: " + event.data());
            }
            token(data.path("text").textValue());
          }
          case "error" -> {
            return ended(End.ERROR_EVENT, event.data());
          }
          case "done" -> {
            done = data;
            return data.isObject()
                ? ended(End.TERMINAL_EVENT, "")
                : ended(End.MALFORMED_EVENT, "done: " + event.data());
          }
          default -> {
            // meta and whatever else a service tells its own clients
          }
        }
      }
      return ended(End.CLOSED_EARLY, "");
    }

    private void token(String piece) {
      if (firstTokenMs == null && !piece.isEmpty()) {
        firstTokenMs = exchange.elapsedMs();
      }
      text.append(piece);
    }

    ChatReply ended(End end, String detail) {
      return new ChatReply(end, text.toString(), firstTokenMs, exchange.elapsedMs(), done, detail);
    }

    private static JsonNode parse(String data) {
      try {
        return Json.MAPPER.readTree(data);
      } catch (JsonProcessingException e) {
        return MissingNode.getInstance();
      }
    }
  }
}
