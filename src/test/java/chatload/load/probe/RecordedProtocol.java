package chatload.load.probe;

import chatload.probe.Delegating;
import chatload.probe.Received;
import chatload.protocol.ChatProtocol;
import chatload.protocol.Framing;
import chatload.protocol.LongTexts;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A protocol that keeps a copy of all that arrives. */
class RecordedProtocol extends Delegating {

  /** More than that is not kept, bytes. */
  private static final int MOST = 8 * 1024 * 1024;

  private record Arrived(long nanoTime, byte[] bytes) {}

  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private volatile boolean ended;
  private int kept;

  RecordedProtocol(ChatProtocol protocol) {
    super(protocol);
  }

  /**
   * The body so far.
   *
   * @param startNanos {@link System#nanoTime()} at the chat's start
   */
  List<Received.Piece> pieces(long startNanos) {
    return arrived.stream()
        .map(one -> new Received.Piece(one.nanoTime() - startNanos, one.bytes()))
        .toList();
  }

  /** Whether the response ended as it should. */
  boolean hasEnded() {
    return ended;
  }

  @Override
  public Framing framing(BiConsumer<String, String> onEvent, LongTexts keep) {
    Framing framing = super.framing(onEvent, keep);
    return new Framing() {
      @Override
      public void feed(ByteBuffer piece) {
        byte[] bytes = new byte[Math.min(piece.remaining(), MOST - kept)];
        piece.duplicate().get(bytes);
        kept += bytes.length;
        arrived.add(new Arrived(System.nanoTime(), bytes));
        framing.feed(piece);
      }

      @Override
      public Rest end() {
        ended = true;
        return framing.end();
      }
    };
  }
}
