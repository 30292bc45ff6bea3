package chatload.service.reply;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/**
 * Bytes that are written and flushed at once.
 *
 * @param dueNanos when, in nanoseconds after the request was decoded
 * @param bytes what; never to be released or moved, so it may be shared: write a duplicate
 * @param token whether a token with text is complete with it
 * @param terminal whether a terminal event is complete with it
 */
public record Write(long dueNanos, ByteBuf bytes, boolean token, boolean terminal) {

  public static Write of(long dueNanos, byte[] bytes) {
    return new Write(dueNanos, buffer(bytes), false, false);
  }

  /** An event that is complete with these bytes. */
  public static Write of(TimedEvent timed, byte[] bytes) {
    return of(timed, buffer(bytes));
  }

  public static Write of(TimedEvent timed, ByteBuf bytes) {
    ReplyEvent event = timed.event();
    return new Write(timed.dueNanos(), bytes, event.token(), event.terminal());
  }

  public Write between(byte[] before, byte[] after) {
    byte[] middle = ByteBufUtil.getBytes(bytes);
    byte[] all = new byte[before.length + middle.length + after.length];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(middle, 0, all, before.length, middle.length);
    System.arraycopy(after, 0, all, before.length + middle.length, after.length);
    return new Write(dueNanos, buffer(all), token, terminal);
  }

  private static ByteBuf buffer(byte[] bytes) {
    return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(bytes));
  }
}
