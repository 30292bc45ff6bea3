package chatload.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A promise about this project's own accuracy and cost, and whether a run of the benchmark kept it.
 * Why processor time is held against these multiples is in docs/accuracy.md.
 *
 * @param what the figure and the load
 * @param observed what was measured, in the unit of the limit
 * @param limit the most that is allowed
 */
record Bound(String what, double observed, double limit) {

  /** Below so many, what Netty reserves once would count as if the streams had asked for it. */
  private static final int MANY_STREAMS = 500;

  /** With fewer tokens per second, ticks and timers cost more than tokens do. */
  private static final int BUSY_STREAMS = 100;

  boolean isKept() {
    return observed <= limit;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s %s: %.2f, limit %.2f",
        isKept() ? "kept  " : "missed",
        what,
        observed,
        limit);
  }

  /** All bounds about which the measurements say something. */
  static List<Bound> of(List<Measurement> all) {
    List<Bound> bounds = new ArrayList<>();
    for (Measurement own : all) {
      if (own.client() != Client.CHATLOAD) {
        continue;
      }
      String load = own.load().label();
      switch (own.load().name()) {
        case "smoke", "baseline", "stress" -> {
          addTimes(bounds, own, 3, 5);
          bounds.add(new Bound(load + ": P95 error of the longest gap, ms", own.gapErrorP95(), 3));
        }
        case "500" -> addTimes(bounds, own, 20, 20);
        case "2000" -> addTimes(bounds, own, 100, 100);
        default -> {
          // no promise about times
        }
      }
      if (own.load().isForAllClients()) {
        addCpu(bounds, own, of(all, own.load(), Client.PLAIN), "plain Gatling's", 0.85);
      }
      if (own.load().isForAllClients() && own.load().users() >= BUSY_STREAMS) {
        addCpu(bounds, own, of(all, own.load(), Client.NETTY), "bare Netty's", 1.6);
      }
      if (own.load().users() >= MANY_STREAMS && own.bytesPerStream().isPresent()) {
        double kilobytes = own.bytesPerStream().getAsDouble() / 1000;
        bounds.add(new Bound(load + ": kB per stream", kilobytes, 100));
      }
    }
    return bounds;
  }

  private static void addTimes(
      List<Bound> bounds, Measurement own, double firstTokenMs, double totalMs) {
    String load = own.load().label();
    bounds.add(
        new Bound(load + ": P95 error of first token, ms", own.firstTokenErrorP95(), firstTokenMs));
    bounds.add(new Bound(load + ": P95 error of total, ms", own.totalErrorP95(), totalMs));
    bounds.add(new Bound(load + ": chats not seen through", own.load().chats() - own.chats(), 0));
  }

  private static void addCpu(
      List<Bound> bounds, Measurement own, Measurement other, String whose, double limit) {
    bounds.add(
        new Bound(
            own.load().name() + ": CPU per token, multiple of " + whose,
            own.cpuMicrosPerToken() / other.cpuMicrosPerToken(),
            limit));
  }

  private static Measurement of(List<Measurement> all, Load load, Client client) {
    return all.stream()
        .filter(each -> each.load().equals(load) && each.client() == client)
        .findFirst()
        .orElseThrow();
  }
}
