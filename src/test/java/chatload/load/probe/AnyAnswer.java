package chatload.load.probe;

import chatload.protocol.ChatEvent;
import chatload.protocol.ChatProtocol;
import chatload.protocol.EventReader;
import chatload.protocol.Framing;
import chatload.protocol.LongTexts;
import chatload.protocol.framing.TextFraming;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Asks as one protocol does and takes a stream of whichever to its end, to be read later. Nothing
 * in it is judged: what the chat fails with is about its connection alone.
 */
final class AnyAnswer extends RecordedProtocol {

  private final List<String> contentTypes;

  AnyAnswer(ChatProtocol asked, List<String> contentTypes) {
    super(new Unread(asked));
    this.contentTypes = contentTypes;
  }

  @Override
  public List<String> contentTypes() {
    return contentTypes;
  }

  /** So that an end that proves nothing is told. */
  @Override
  public boolean endsWithResponse() {
    return true;
  }

  private static final class Unread extends chatload.probe.Delegating {
    Unread(ChatProtocol protocol) {
      super(protocol);
    }

    @Override
    public Framing framing(BiConsumer<String, String> onEvent, LongTexts keep) {
      return new TextFraming(onEvent);
    }

    @Override
    public EventReader reader() {
      return new EventReader() {
        @Override
        public ChatEvent read(String name, String data) {
          return ChatEvent.Other.KNOWN;
        }

        @Override
        public ChatEvent atEnd(Framing.Rest rest) {
          return new ChatEvent.Terminal(null, null);
        }
      };
    }
  }
}
