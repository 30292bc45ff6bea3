package chatload.service.reply;

import java.util.List;

/**
 * A whole response: what to write when, and how to end.
 *
 * @param writes in order, with ascending instants; may be empty
 * @param endNanos when the ending is due, in nanoseconds after the request was decoded
 * @param ending what happens then
 */
public record Script(List<Write> writes, long endNanos, ConnectionEnd ending) {

  public Script {
    writes = List.copyOf(writes);
  }

  /** No response at all. */
  public static Script noResponse(ConnectionEnd ending) {
    return new Script(List.of(), 0, ending);
  }

  /** A complete response, at once. */
  public static Script response(byte[] bytes) {
    return new Script(List.of(Write.of(0, bytes)), 0, ConnectionEnd.COMPLETE);
  }
}
