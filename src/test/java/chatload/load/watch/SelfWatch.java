package chatload.load.watch;

import chatload.run.Millis;
import chatload.run.Watched;
import chatload.run.Watched.Lateness;
import com.sun.management.OperatingSystemMXBean;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Watches the load generator itself from its making until it is closed. */
public final class SelfWatch implements AutoCloseable {

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final GcPauses gc = GcPauses.start();
  private final LatenessHistogram dispatch = new LatenessHistogram();
  private final Map<EventExecutor, LoopWatch> loops = new IdentityHashMap<>();
  private final long startNanos = System.nanoTime();
  private final long startCpuNanos = system.getProcessCpuTime();

  public SelfWatch(EventLoopGroup group) {
    system.getCpuLoad(); // The next call tells the load since this one.
    group.forEach(loop -> loops.put(loop, LoopWatch.start(loop)));
  }

  /** The watch of one of the loops. */
  public LoopWatch of(EventLoop loop) {
    return loops.get(loop);
  }

  /** A chat was handed to the client that long after its user was ready for it. */
  public void dispatched(long nanos) {
    dispatch.record(nanos);
  }

  /** How late the event loops were so far at P95, milliseconds; null before they had to be. */
  public Double lagP95Ms() {
    return loopLag().p95Ms();
  }

  /** What was seen so far; call it once. */
  public Watched seen() {
    long nanos = Math.max(1, System.nanoTime() - startNanos);
    double load = system.getCpuLoad();
    return new Watched(
        Millis.ofNanos(nanos),
        loops.size(),
        loopLag(),
        dispatch.summary(),
        gc.soFar(),
        hundredths((double) (system.getProcessCpuTime() - startCpuNanos) / nanos),
        load >= 0 ? hundredths(load) : null);
  }

  private Lateness loopLag() {
    List<Lateness> lags = loops.values().stream().map(LoopWatch::lag).toList();
    return new Lateness(
        lags.stream().mapToLong(Lateness::n).sum(),
        largest(lags, Lateness::p50Ms),
        largest(lags, Lateness::p95Ms),
        largest(lags, Lateness::p99Ms),
        largest(lags, Lateness::maxMs));
  }

  private static Double largest(List<Lateness> lags, Function<Lateness, Double> figure) {
    return lags.stream()
        .map(figure)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }

  @Override
  public void close() {
    gc.close();
  }
}
