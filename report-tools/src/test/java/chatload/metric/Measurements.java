package chatload.metric;

/** What runs without limits of single chats came to. */
public final class Measurements {

  private Measurements() {}

  public static Measured of(int planned, int ok, Latencies latencies) {
    return new Measured(planned, ok, ok, latencies, what -> new double[0]);
  }
}
