package chatload.protocol.mapping;

import chatload.files.Json;
import chatload.protocol.ChatEvent;
import chatload.protocol.EventReader;
import chatload.protocol.Framing;
import chatload.protocol.errors.Flaw;
import chatload.protocol.errors.ServiceErrors;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.text.Visible;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Reads a reply that is bare text. All of it is shown; whether it is whole is judged when the
 * response has ended, as far as the protocol's file says what a whole reply has.
 */
final class PlainReader implements EventReader {

  /** Characters of the reply that are kept. */
  private static final int MOST = 1 << 18;

  private final Mapping mapping;
  private final StringBuilder text = new StringBuilder();
  private long length;

  /** The last of it, as long as the marker and the white space that can follow it. */
  private final StringBuilder tail = new StringBuilder();

  private static final int MOST_OF_TAIL = 1024;

  PlainReader(Mapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public ChatEvent read(String name, String data) {
    length += data.codePointCount(0, data.length());
    text.append(data, 0, Math.min(data.length(), MOST - text.length()));
    tail.append(data, Math.max(0, data.length() - MOST_OF_TAIL), data.length());
    tail.delete(0, Math.max(0, tail.length() - MOST_OF_TAIL));
    return new ChatEvent.Token(data);
  }

  @Override
  public ChatEvent atEnd(Framing.Rest rest) {
    Flaw error = error();
    if (error != null) {
      return new ChatEvent.ServiceError(error.words());
    }
    String marker = mapping.marker == null ? "" : mapping.marker.text();
    boolean isMarked = tail.toString().stripTrailing().endsWith(marker);
    if (rest != null) {
      return truncated("the reply ends within a character");
    }
    if (mapping.marker != null && mapping.marker.isRequired() && !isMarked) {
      return truncated("the reply ended without " + marker);
    }
    if (length < mapping.plain.leastCharacters()) {
      return truncated(
          "the reply has " + length + " characters, not " + mapping.plain.leastCharacters());
    }
    return !marker.isEmpty() && isMarked && !Visible.isVisible(text.toString().replace(marker, ""))
        ? new ChatEvent.Failed(Outcome.EMPTY, Cause.MODEL, "the reply has no text but " + marker)
        : new ChatEvent.Terminal(null, null);
  }

  private static ChatEvent truncated(String why) {
    return new ChatEvent.Failed(Outcome.TRUNCATED, Cause.SERVICE, why);
  }

  /** A reply that is an error in its whole, since no event can say so. */
  private Flaw error() {
    if (mapping.plain.error() != null && mapping.plain.error().matcher(text).find()) {
      return new Flaw(Flaw.Kind.ERROR, text.toString());
    }
    String reply = text.toString().strip();
    Flaw flaw = ServiceErrors.in("message", reply, json(reply), true, mapping.explained);
    return flaw != null && flaw.kind() == Flaw.Kind.ERROR ? flaw : null;
  }

  private static JsonNode json(String reply) {
    try {
      return Json.MAPPER.readTree(reply);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
