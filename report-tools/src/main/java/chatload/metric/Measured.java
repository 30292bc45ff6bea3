package chatload.metric;

/**
 * What the chats of a run came to.
 *
 * @param planned chats of the run
 * @param ok those that were OK
 * @param latencies how long the OK ones took
 */
public record Measured(int planned, int ok, Latencies latencies) {

  /** The same with another number of OK chats. */
  public Measured withOk(int other) {
    return new Measured(planned, other, latencies);
  }

  /** How many chats a metric is over. */
  int n(Metric metric) {
    return switch (metric.over()) {
      case PLANNED -> planned;
      case OK -> latencies.of(metric.time()).n();
    };
  }
}
