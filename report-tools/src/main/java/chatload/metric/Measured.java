package chatload.metric;

import java.util.function.Function;

/**
 * What the chats of a run came to.
 *
 * @param planned chats of the run
 * @param ok those that were OK
 * @param good those of them that were inside every limit of a chat
 * @param latencies how long the OK ones took
 * @param values what the OK ones that have it had of a quantity, in any order
 */
public record Measured(
    int planned, int ok, int good, Latencies latencies, Function<Quantity, double[]> values) {

  /** The same with other numbers of OK and of good chats. */
  public Measured with(int otherOk, int otherGood) {
    return new Measured(planned, otherOk, otherGood, latencies, values);
  }

  /** How many chats a metric is over. */
  int n(Metric metric) {
    return switch (metric.over()) {
      case PLANNED -> planned;
      case OK ->
          metric.quantity() instanceof ChatTime time
              ? latencies.of(time).n()
              : values.apply(metric.quantity()).length;
    };
  }

  /** How many of these are as they should be, for a share. */
  public int kept(Metric metric) {
    return metric.equals(Metrics.GOOD_SHARE) ? good : ok;
  }
}
