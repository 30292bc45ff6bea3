package chatload.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the load generator saw of itself from the start of a run to its end; nothing of the warm-up
 * is in it.
 *
 * @param durationMs how long it watched, milliseconds
 * @param eventLoops threads that send and receive
 * @param loopLag by how much ticks came too late that every event loop should make each 10 ms; each
 *     figure is that of the loop where it is largest. A loop that stands still misses all the ticks
 *     of that time, and each of them counts
 * @param dispatchDelay from the instant when a user was ready to send a chat until the chat was
 *     handed to the client
 * @param gc pauses of the garbage collector
 * @param coresUsed processor time of this process per time that went by
 * @param machineLoad how busy the whole machine was on average, 0..1; null where Java can't tell
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Watched(
    double durationMs,
    int eventLoops,
    Lateness loopLag,
    Lateness dispatchDelay,
    Gc gc,
    double coresUsed,
    Double machineLoad) {

  public Watched {
    Objects.requireNonNull(loopLag, "generator.watch.loopLag");
    Objects.requireNonNull(dispatchDelay, "generator.watch.dispatchDelay");
    Objects.requireNonNull(gc, "generator.watch.gc");
    if (!Double.isFinite(coresUsed) || !isFiniteOrNull(machineLoad)) {
      throw new IllegalArgumentException("generator.watch holds an impossible load");
    }
  }

  private static boolean isFiniteOrNull(Double value) {
    return value == null || Double.isFinite(value);
  }

  /**
   * How late something was, milliseconds. Percentiles may be up to 3 % too high, never too low;
   * null when there was nothing to measure.
   *
   * @param n measurements
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Lateness(long n, Double p50Ms, Double p95Ms, Double p99Ms, Double maxMs) {
    public Lateness {
      if (!Stream.of(p50Ms, p95Ms, p99Ms, maxMs).allMatch(Watched::isFiniteOrNull)) {
        throw new IllegalArgumentException("generator.watch holds an impossible time");
      }
    }
  }

  /**
   * Pauses of the garbage collector.
   *
   * @param pauses how many
   * @param totalMs all of them together
   * @param longestMs the longest one; 0 without any
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Gc(long pauses, long totalMs, long longestMs) {}
}
