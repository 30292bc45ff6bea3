package chatload.gatling;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of Gatling's table: a request, a group, or all requests. A group has the rows inside it.
 */
final class Row {

  /** Milliseconds from which an OK time is no longer fast; Gatling's default. */
  static final int LOWER_BOUND = 800;

  /** Milliseconds from which an OK time is slow; Gatling's default. */
  static final int HIGHER_BOUND = 1200;

  private final Histogram ok = new Histogram();
  private final Histogram ko = new Histogram();
  private final Map<String, Row> groups = new LinkedHashMap<>();
  private final Map<String, Row> requests = new LinkedHashMap<>();
  private long fast;
  private long middling;
  private long slow;
  private int firstStartMillis = Integer.MAX_VALUE;

  /**
   * Adds one execution.
   *
   * @param millis what counts as its time
   * @param rangeMillis by what it is fast or slow: for a group Gatling takes the cumulated response
   *     time for the one and the duration for the other
   */
  void add(boolean succeeded, int startMillis, int millis, int rangeMillis) {
    firstStartMillis = Math.min(firstStartMillis, startMillis);
    if (!succeeded) {
      ko.add(millis);
      return;
    }
    ok.add(millis);
    if (rangeMillis < LOWER_BOUND) {
      fast++;
    } else if (rangeMillis < HIGHER_BOUND) {
      middling++;
    } else {
      slow++;
    }
  }

  Row group(String name) {
    return groups.get(name);
  }

  Map<String, Row> groups() {
    return groups;
  }

  Map<String, Row> requests() {
    return requests;
  }

  Times ok() {
    return new Times(ok);
  }

  Times ko() {
    return new Times(ko);
  }

  Times total() {
    return Times.ofBoth(ok, ko);
  }

  long okCount() {
    return ok.size();
  }

  long koCount() {
    return ko.size();
  }

  /** OK ones below {@link #LOWER_BOUND}. */
  long fast() {
    return fast;
  }

  /** OK ones from {@link #LOWER_BOUND} to below {@link #HIGHER_BOUND}. */
  long middling() {
    return middling;
  }

  /** OK ones from {@link #HIGHER_BOUND}. */
  long slow() {
    return slow;
  }

  int firstStartMillis() {
    return firstStartMillis;
  }
}
