package chatload.metric;

import chatload.words.Phrase;
import java.util.Optional;

/** What is measured of a chat and can be limited: a time, a gap, or how fast its text came. */
public interface Quantity extends Phrase {

  /** The word used in JSON and in gate files. */
  String id();

  /** What it is counted in. */
  Unit unit();

  /** NaN if that chat has none, or nobody knows. */
  double of(ChatTime.Timed chat);

  /** The time that it was measured over, milliseconds; NaN as above. */
  double spanMs(ChatTime.Timed chat);

  /** The most that the load generator can have added to that; 0 if there is none or unknown. */
  float generatorShare(ChatTime.Timed chat);

  /** By how much that was measured too long before the run. */
  Optional<Double> error(ChatTime.Calibrated calibration);

  /** Whether it is about what lies between pieces of text, so that a reply in one has none. */
  default boolean isBetweenPieces() {
    return false;
  }

  /** Whether more of it is better. */
  default boolean isRate() {
    return unit() == Unit.PER_SECOND;
  }

  /** Which side of a limit is allowed. */
  default Metric.Bound bound() {
    return isRate() ? Metric.Bound.AT_LEAST : Metric.Bound.AT_MOST;
  }

  /** Whether a chat with that much of it is inside the limit; never without any. */
  default boolean isInside(double value, double limit) {
    return isRate() ? value >= limit : value <= limit;
  }

  /**
   * What it can have been if it was measured over a time that was too long. Times are whole tenths,
   * so that no binary fraction is left.
   */
  default double best(double value, double spanMs, double tooLongMs) {
    if (tooLongMs == 0) {
      return value;
    }
    return isRate()
        ? spanMs > tooLongMs ? value * spanMs / (spanMs - tooLongMs) : Double.POSITIVE_INFINITY
        : Math.max(0, Math.round((value - tooLongMs) * 10) / 10.0);
  }

  @Override
  default String bundle() {
    return "time";
  }
}
