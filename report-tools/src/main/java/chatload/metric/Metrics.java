package chatload.metric;

import static chatload.metric.Metric.ofTime;

import chatload.metric.Metric.Bound;
import chatload.metric.Metric.Over;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Every metric that there is. */
public final class Metrics {

  /** OK chats / chats planned. */
  public static final Metric SUCCESS_RATE =
      new Metric(
          "successRate",
          "minSuccessRate",
          Unit.SHARE,
          Bound.AT_LEAST,
          Over.PLANNED,
          Aggregate.SHARE,
          null);

  public static final Metric P95_TOTAL =
      ofTime("p95TotalMs", "maxP95TotalMs", Aggregate.P95, ChatTime.TOTAL);

  public static final Metric P95_FIRST_TOKEN =
      ofTime("p95FirstTokenMs", "maxP95FirstTokenMs", Aggregate.P95, ChatTime.FIRST_TOKEN);

  /** Those that every run has a limit for; one without is damaged. */
  public static final List<Metric> ALWAYS_LIMITED =
      List.of(SUCCESS_RATE, P95_TOTAL, P95_FIRST_TOKEN);

  /** All of them, in the order in which they are checked and shown. */
  public static final List<Metric> ALL = ALWAYS_LIMITED;

  /** The times that they are about in the same order, then all others. */
  public static final List<ChatTime> TIMES =
      Stream.concat(ALL.stream().map(Metric::time), Arrays.stream(ChatTime.values()))
          .filter(Objects::nonNull)
          .distinct()
          .toList();

  private Metrics() {}
}
