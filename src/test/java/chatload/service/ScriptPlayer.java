package chatload.service;

import chatload.service.journal.Trace;
import chatload.service.reply.ConnectionEnd;
import chatload.service.reply.Script;
import chatload.service.reply.Write;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Plays one script on a connection, in the connection's event loop. Every instant is counted from
 * the request, so lateness does not add up; at most one timer runs at a time.
 */
final class ScriptPlayer implements Runnable {

  private final Channel channel;
  private final EventLoop loop;
  private final Script script;
  private final List<Write> writes;
  private final Optional<Trace> trace;
  private final long receivedNanos;
  private final Consumer<ConnectionEnd> whenEnded;
  private int next;
  private Future<?> timer;
  private boolean stopped;

  /**
   * @param receivedNanos when the request was decoded
   * @param whenEnded called once, in the event loop, when there is nothing more to write
   */
  ScriptPlayer(
      Channel channel,
      ChatService.Answer answer,
      long receivedNanos,
      Consumer<ConnectionEnd> whenEnded) {
    this.channel = channel;
    this.loop = channel.eventLoop();
    this.script = answer.script();
    this.writes = script.writes();
    this.trace = answer.trace();
    this.receivedNanos = receivedNanos;
    this.whenEnded = whenEnded;
  }

  @Override
  public void run() {
    while (!stopped && next < writes.size()) {
      Write write = writes.get(next);
      long now = System.nanoTime();
      if (waitFor(write.dueNanos(), now)) {
        return;
      }
      next++;
      if (trace.isPresent()) {
        stamp(write, trace.get(), now);
      }
      channel.writeAndFlush(write.bytes().duplicate(), channel.voidPromise());
    }
    if (!stopped && !waitFor(script.endNanos(), System.nanoTime())) {
      stopped = true;
      whenEnded.accept(script.ending());
    }
  }

  /** Nothing more is written, for instance because the client has gone. */
  void stop() {
    stopped = true;
    if (timer != null) {
      timer.cancel(false);
    }
  }

  private boolean waitFor(long dueNanos, long now) {
    long wait = receivedNanos + dueNanos - now;
    if (wait <= 0) {
      return false;
    }
    timer = loop.schedule(this, wait, TimeUnit.NANOSECONDS);
    return true;
  }

  private static void stamp(Write write, Trace trace, long now) {
    if (write.token()) {
      trace.token(now);
    }
    if (write.terminal()) {
      trace.terminal(now);
    }
  }
}
