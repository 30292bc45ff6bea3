package chatload.service.reply;

import chatload.files.Json;
import chatload.protocol.EmbeddedProof;
import chatload.text.Visible;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One event of a reply as the text that crosses the wire, blank line included. Immutable. */
public final class ReplyEvent {

  /** {@link ReplyText#REPLY}, slice by slice; every chat shares these, and so their encoded bytes. */
  static final List<ReplyEvent> REPLY = tokens(ReplyText.REPLY);

  private final String text;
  private final boolean token;
  private final boolean terminal;
  private volatile ByteBuf chunk;

  private ReplyEvent(String text, boolean token, boolean terminal) {
    this.text = text;
    this.token = token;
    this.terminal = terminal;
  }

  public static List<ReplyEvent> tokens(String text) {
    return ReplyText.slices(text).stream().map(ReplyEvent::token).toList();
  }

  static ReplyEvent meta(String traceId) {
    return event(
        "meta",
        object().put("traceId", traceId).put(EmbeddedProof.FIELD, EmbeddedProof.of(traceId)),
        false,
        false);
  }

  public static ReplyEvent token(String text) {
    return event("token", object().put("text", text), Visible.isVisible(text), false);
  }

  public static ReplyEvent done(String traceId) {
    return event("done", outcome(traceId, 2), false, true);
  }

  public static ReplyEvent doneWithoutMemory(String traceId) {
    return event("done", outcome(traceId, 0), false, true);
  }

  public static ReplyEvent doneDegraded(String traceId) {
    return event("done", outcome(traceId, 0).put("degraded", true), false, true);
  }

  public static ReplyEvent doneDegradedInWords(String traceId) {
    return event("done", outcome(traceId, 0).put("degraded", "yes"), false, true);
  }

  public static ReplyEvent error(String message) {
    return event("error", object().put("error", message), false, true);
  }

  /** Anything else; neither token nor terminal. */
  public static ReplyEvent other(String text) {
    return new ReplyEvent(text, false, false);
  }

  public String text() {
    return text;
  }

  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether it carries text for the user. */
  public boolean token() {
    return token;
  }

  /** Whether a client must take it for the end of the chat. */
  boolean terminal() {
    return terminal;
  }

  /** It as one HTTP chunk, encoded once; never to be released or moved. */
  ByteBuf chunk() {
    ByteBuf encoded = chunk;
    if (encoded == null) {
      encoded = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(Chunks.chunk(bytes())));
      chunk = encoded;
    }
    return encoded;
  }

  public ReplyEvent withText(String newText) {
    return new ReplyEvent(newText, token, terminal);
  }

  private static ReplyEvent event(String name, JsonNode data, boolean token, boolean terminal) {
    try {
      String json = Json.MAPPER.writeValueAsString(data);
      return new ReplyEvent("event: " + name + "\ndata: " + json + "\n\n", token, terminal);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode outcome(String traceId, int persistedCount) {
    return object()
        .put("traceId", traceId)
        .put("retrievedCount", 0)
        .put("persistedCount", persistedCount)
        .putNull("action");
  }

  private static ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }
}
