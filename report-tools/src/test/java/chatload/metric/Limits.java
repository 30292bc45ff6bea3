package chatload.metric;

import java.util.Map;

/** The limits that every run has. */
public final class Limits {

  private Limits() {}

  public static Thresholds of(double successRate, double p95TotalMs, double p95FirstTokenMs) {
    return Thresholds.of(
        Map.of(
            Metrics.SUCCESS_RATE, successRate,
            Metrics.P95_TOTAL, p95TotalMs,
            Metrics.P95_FIRST_TOKEN, p95FirstTokenMs));
  }
}
