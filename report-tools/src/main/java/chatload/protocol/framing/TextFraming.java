package chatload.protocol.framing;

import chatload.protocol.Framing;
import chatload.protocol.SseParser;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * A body that is text and nothing else, in UTF-8: each piece that arrives is an event without a
 * name. A character that is cut waits for its rest; invalid bytes become U+FFFD.
 */
public final class TextFraming implements Framing {

  private static final String NO_NAME = "message";

  private final BiConsumer<String, String> onEvent;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  /** Bytes so far. */
  private int length;

  /** The beginning of a character whose rest has not come. */
  private byte[] begun = new byte[0];

  public TextFraming(BiConsumer<String, String> onEvent) {
    this.onEvent = onEvent;
  }

  @Override
  public void feed(ByteBuffer piece) {
    if (piece.remaining() > SseParser.MAX_EVENT_BYTES - length) {
      throw new SseParser.EventTooLong("the reply");
    }
    length += piece.remaining();
    ByteBuffer bytes = ByteBuffer.allocate(begun.length + piece.remaining());
    bytes.put(begun).put(piece).flip();
    CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
    decoder.decode(bytes, text, false);
    begun = new byte[bytes.remaining()];
    bytes.get(begun);
    if (text.flip().hasRemaining()) {
      onEvent.accept(NO_NAME, text.toString());
    }
  }

  @Override
  public boolean isByArrival() {
    return true;
  }

  @Override
  public Rest end() {
    return begun.length == 0 ? null : new Rest(NO_NAME, "\uFFFD");
  }
}
