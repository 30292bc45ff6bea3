package chatload.probe;

import chatload.files.Json;
import chatload.run.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What came back for one chat, as the load's client saw it: a line that the process which sent it
 * says to the one that asks. All texts and bytes are the service's.
 *
 * @param outcome how the chat would count in a load
 * @param error in words, without secrets; null if the outcome is OK
 * @param observed what the service did, safe to print
 * @param fix what to do about it, safe to print; null if nothing
 * @param status null if no response arrived
 * @param contentType empty without one
 * @param ended whether the response ended as it should
 * @param proven whether its end could be told from a lost connection
 * @param pieces of the body, as they arrived; none of a response that was no stream
 */
public record Received(
    Outcome outcome,
    String error,
    String observed,
    String fix,
    Integer status,
    String contentType,
    boolean ended,
    boolean proven,
    List<Piece> pieces) {

  private static final int MOST_LOOKED_AT = 400;

  private static final Pattern EVENTS =
      Pattern.compile("(data|event|id|retry)\\s*:|[\\[{]\\s*[\"\\[{]|:|\\w{1,20}:\\s*[\"\\[{]");

  /**
   * Bytes that arrived at once.
   *
   * @param nanos since the chat's start
   */
  public record Piece(long nanos, byte[] bytes) {}

  public Received {
    pieces = List.copyOf(pieces);
  }

  /**
   * @throws JsonProcessingException if the line says no such thing
   */
  public static Received parse(String line) throws JsonProcessingException {
    return Json.MAPPER.readValue(line, Received.class);
  }

  public String toJson() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is a stream that some protocol can read. */
  boolean isStream() {
    return status != null && status == 200 && !pieces.isEmpty();
  }

  /** Whether it looks like events of some kind, so that it is not the text of a reply itself. */
  boolean looksLikeEvents() {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (text.length() < MOST_LOOKED_AT) {
        text.append(new String(piece.bytes(), StandardCharsets.UTF_8));
      }
    }
    return EVENTS.matcher(text.toString().stripLeading()).lookingAt();
  }
}
