package chatload.protocol;

import java.nio.ByteBuffer;

/**
 * Cuts the body of one response into events as it arrives, in pieces of any size. Not safe for
 * several threads: it belongs to the event loop of its connection.
 */
public interface Framing {

  /**
   * Takes the remaining bytes of a piece and hands on the events that they complete.
   *
   * @throws EventTooLong if a line or an event outgrows what is accepted
   */
  void feed(ByteBuffer piece);

  /** The body has ended: what it leaves incomplete; null if nothing. */
  Rest end();

  /** Whether each piece that arrives is an event of its own. */
  default boolean isByArrival() {
    return false;
  }

  /**
   * An event whose end did not come.
   *
   * @param name of the event, {@code message} if it gave none
   */
  record Rest(String name, String data) {}
}
