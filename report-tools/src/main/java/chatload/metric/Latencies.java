package chatload.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How long the OK chats of a run took.
 *
 * @param byTime every time of a chat, summed up
 */
public record Latencies(Map<ChatTime, LatencySummary> byTime) {

  public Latencies {
    byTime = Map.copyOf(byTime);
  }

  /**
   * Sums up.
   *
   * @param millis the times of the OK chats, milliseconds, in any order
   */
  public static Latencies of(Function<ChatTime, double[]> millis) {
    Map<ChatTime, LatencySummary> byTime = new EnumMap<>(ChatTime.class);
    for (ChatTime time : ChatTime.values()) {
      byTime.put(time, LatencySummary.of(millis.apply(time)));
    }
    return new Latencies(byTime);
  }

  public LatencySummary of(ChatTime time) {
    return byTime.get(time);
  }

  /**
   * As summaries write it, in the order of the metrics; without what was generated first where all
   * of that was seen at once.
   */
  @JsonValue
  Map<ChatTime, LatencySummary> json() {
    Map<ChatTime, LatencySummary> ordered = new LinkedHashMap<>();
    Metrics.TIMES.stream()
        .filter(
            time -> time != ChatTime.FIRST_GENERATED || !of(time).equals(of(ChatTime.FIRST_TOKEN)))
        .forEach(time -> ordered.put(time, of(time)));
    return ordered;
  }
}
