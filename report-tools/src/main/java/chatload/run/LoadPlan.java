package chatload.run;

import chatload.arrival.LoadShape;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * An open load: chats are due when they are, whatever became of those before, each from a user of
 * its own. Their times count from when they were due.
 *
 * @param shape the load in words, see {@link LoadShape}; of a replay, the name of its file
 * @param maxInFlight chats that may be open at once: one that is due while so many are is not sent,
 *     and counts as a failure; null for as many as there are
 * @param atMicros when each chat of a replay is due, microseconds from the first, ascending; null
 *     for all others, whose instants follow from the shape
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LoadPlan(
    String shape,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer maxInFlight,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<Long> atMicros) {

  /** More instants than these are no replay. */
  public static final int MOST_REPLAYED = 100_000;

  /**
   * @throws IllegalArgumentException if there is no such load
   */
  public LoadPlan {
    Objects.requireNonNull(shape, "shape");
    if (maxInFlight != null && maxInFlight < 1) {
      throw new IllegalArgumentException("maxInFlight must be at least 1, was " + maxInFlight);
    }
    if (atMicros == null) {
      LoadShape.parse(shape);
    } else {
      atMicros = List.copyOf(atMicros);
      if (atMicros.isEmpty() || atMicros.size() > MOST_REPLAYED || atMicros.get(0) != 0) {
        throw new IllegalArgumentException(
            "a replay has 1 to " + MOST_REPLAYED + " instants from 0");
      }
      for (int i = 1; i < atMicros.size(); i++) {
        if (atMicros.get(i) < atMicros.get(i - 1)) {
          throw new IllegalArgumentException("the instants of a replay are in no order");
        }
      }
    }
  }

  /** When each chat is due: microseconds from the beginning of the load, ascending. */
  public long[] micros() {
    return atMicros == null
        ? LoadShape.parse(shape).micros()
        : atMicros.stream().mapToLong(Long::longValue).toArray();
  }

  /** How long chats are due, milliseconds, rounded up. */
  public long millis() {
    return atMicros == null
        ? LoadShape.parse(shape).millis()
        : (atMicros.get(atMicros.size() - 1) + 999) / 1000;
  }

  /**
   * The most chats that can be open at once if none is open for longer than that.
   *
   * @param limitMs milliseconds
   */
  public int mostInFlight(long limitMs) {
    long[] due = micros();
    int most = 0;
    for (int first = 0, last = 0; last < due.length; last++) {
      while (due[last] - due[first] > limitMs * 1000) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return maxInFlight == null ? most : Math.min(most, maxInFlight);
  }
}
