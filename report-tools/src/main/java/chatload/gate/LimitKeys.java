package chatload.gate;

import chatload.metric.Aggregate;
import chatload.metric.LimitText;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.metric.Quantities;
import chatload.metric.Quantity;
import chatload.text.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of limits: {@code p95.firstToken}, {@code p95.firstToken.warn} for a stricter one that
 * only warns, and {@code good.firstToken} for that of a single chat.
 */
public final class LimitKeys {

  /** What there is, for help and messages. */
  public static final String FORMS =
      "AGGREGATE.QUANTITY, AGGREGATE.QUANTITY.warn, good.QUANTITY, successRate, goodShare";

  private LimitKeys() {}

  /** Of limits on figures of a run, without those that have a field of their own. */
  static List<String> ofRuns() {
    return Metrics.ALL.stream().map(Metric::key).toList();
  }

  static List<String> ofChats() {
    return Quantities.ALL.stream().map(Quantity::id).toList();
  }

  private static Stream<String> all() {
    return Stream.of(
            ofRuns().stream(),
            ofRuns().stream().map(key -> key + LimitText.WARN),
            ofChats().stream().map(key -> LimitText.GOOD + key))
        .flatMap(keys -> keys);
  }

  /** Whether it is one. */
  public static boolean isOne(String key) {
    return all().anyMatch(key::equals);
  }

  /** What somebody may have meant who wrote that, and what there is. */
  public static String hint(String key) {
    List<String> near = Spelling.near(key, all().toList());
    return (near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ")
        + "Accepted: "
        + FORMS
        + ". Aggregates: "
        + Arrays.stream(Aggregate.values())
            .filter(how -> how != Aggregate.SHARE)
            .map(Aggregate::key)
            .collect(Collectors.joining(", "))
        + " (max of times, min of rates). Quantities: "
        + String.join(", ", ofChats())
        + ".";
  }
}
