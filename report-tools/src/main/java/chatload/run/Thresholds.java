package chatload.run;

/**
 * The limits that a scenario must keep.
 *
 * @param minSuccessRate least share of OK chats among the planned ones, 0..1, inclusive
 * @param maxP95TotalMs largest P95 of total time over OK chats, milliseconds, inclusive
 * @param maxP95FirstTokenMs largest P95 of first-token time over OK chats, milliseconds, inclusive
 */
public record Thresholds(double minSuccessRate, double maxP95TotalMs, double maxP95FirstTokenMs) {
  public Thresholds {
    if (!(minSuccessRate >= 0 && minSuccessRate <= 1)) {
      throw new IllegalArgumentException("minSuccessRate must be in 0..1, was " + minSuccessRate);
    }
    requirePositive("maxP95TotalMs", maxP95TotalMs);
    requirePositive("maxP95FirstTokenMs", maxP95FirstTokenMs);
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be a positive number, was " + value);
    }
  }
}
