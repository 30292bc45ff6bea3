package chatload.metric;

import chatload.metric.Metric.Bound;
import chatload.metric.Metric.Over;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
      Metric.of("p95TotalMs", "maxP95TotalMs", Aggregate.P95, ChatTime.TOTAL);

  public static final Metric P95_FIRST_TOKEN =
      Metric.of("p95FirstTokenMs", "maxP95FirstTokenMs", Aggregate.P95, ChatTime.FIRST_TOKEN);

  /** The limit of a run that is held against the first thing that was produced, seen or not. */
  public static final Metric P95_FIRST_GENERATED =
      Metric.of(
          "p95FirstGeneratedMs", "maxP95FirstGeneratedMs", Aggregate.P95, ChatTime.FIRST_GENERATED);

  /** Good chats / chats planned: OK, and inside every limit of a chat. */
  public static final Metric GOOD_SHARE =
      new Metric(
          "goodShare",
          "goodShare",
          Unit.SHARE,
          Bound.AT_LEAST,
          Over.PLANNED,
          Aggregate.SHARE,
          null);

  /** Those whose limits have fields of their own. */
  public static final List<Metric> NAMED =
      List.of(SUCCESS_RATE, P95_TOTAL, P95_FIRST_TOKEN, P95_FIRST_GENERATED);

  /** Those that every run has a limit for; one without is damaged. See {@link #isDue}. */
  public static final List<Metric> ALWAYS_LIMITED =
      List.of(SUCCESS_RATE, P95_TOTAL, P95_FIRST_TOKEN);

  /** All of them, in the order in which they are checked and shown. */
  public static final List<Metric> ALL =
      Stream.concat(
              Stream.concat(NAMED.stream(), Stream.of(GOOD_SHARE)),
              Quantities.ALL.stream()
                  .flatMap(
                      quantity ->
                          Arrays.stream(Aggregate.values())
                              .filter(how -> how.fits(quantity))
                              .filter(how -> !isNamed(how, quantity))
                              .map(how -> Metric.of(how, quantity))))
          .toList();

  /** The times that they are about in the same order, then all others. */
  public static final List<ChatTime> TIMES =
      Stream.concat(
              NAMED.stream().filter(Metric::isOfTimes).map(Metric::time),
              Arrays.stream(ChatTime.values()))
          .distinct()
          .toList();

  private Metrics() {}

  private static boolean isNamed(Aggregate how, Quantity quantity) {
    return NAMED.stream().anyMatch(one -> one.how() == how && one.quantity() == quantity);
  }

  /** The one that is called so in gate files; empty for none. */
  public static Optional<Metric> of(String key) {
    return ALL.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /**
   * Whether a run has to have a limit for it: of the two first tokens, one is enough.
   *
   * @param limited what it has limits for
   */
  public static boolean isDue(Metric metric, Set<Metric> limited) {
    return ALWAYS_LIMITED.contains(metric)
        && !(metric == P95_FIRST_TOKEN && limited.contains(P95_FIRST_GENERATED));
  }
}
