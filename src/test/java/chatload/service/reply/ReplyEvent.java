package chatload.service.reply;

import chatload.text.Visible;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A part of a reply that is sent at once, as the text that crosses the wire. Immutable. */
public final class ReplyEvent {

  private final String text;
  private final String said;
  private final boolean token;
  private final boolean terminal;
  private volatile ByteBuf chunk;

  /**
   * @param text as it crosses the wire
   * @param said what of it is said to the user
   * @param terminal whether a client must take it for the end of the chat
   */
  ReplyEvent(String text, String said, boolean terminal) {
    this.text = text;
    this.said = said;
    this.token = Visible.isVisible(said);
    this.terminal = terminal;
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
    return new ReplyEvent(newText, said, terminal);
  }

  /**
   * The events of a whole reply with what depends on those before: {@code ${n}} is the number of an
   * event, {@code ${reply}} the text so far, {@code ${pieces}} in how many pieces it came.
   */
  static List<TimedEvent> filledIn(List<TimedEvent> events) {
    List<TimedEvent> filled = new ArrayList<>(events.size());
    StringBuilder reply = new StringBuilder();
    int pieces = 0;
    int number = 0;
    for (TimedEvent timed : events) {
      String text = timed.event().text;
      reply.append(timed.event().said);
      pieces += timed.event().token ? 1 : 0;
      if (!text.contains("${")) {
        filled.add(timed);
        continue;
      }
      text = text.replace("${pieces}", Integer.toString(pieces));
      if (text.contains("${reply}")) {
        text = text.replace("${reply}", WireFormat.quoted(reply.toString()));
      }
      while (text.contains("${n}")) {
        text = text.replaceFirst("\\$\\{n}", Integer.toString(number++));
      }
      filled.add(timed.withText(text));
    }
    return filled;
  }
}
