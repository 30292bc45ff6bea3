package chatload.arrival;

import java.util.function.LongConsumer;

/** One part of a load: what arrives in a span of time. Times are microseconds. */
sealed interface LoadPart {

  /** How long it lasts. */
  long micros();

  /** How it is written. */
  String words();

  /** Whether its instants are drawn. */
  default boolean isDrawn() {
    return false;
  }

  /**
   * Tells the instants of its arrivals, from its beginning, ascending and before its end.
   *
   * @param gaps in arrivals at the mean rate, the first one included: 1 each where nothing is drawn
   */
  void arrivals(Gaps gaps, LongConsumer instants);

  /** How far apart arrivals are, in units of the mean. */
  @FunctionalInterface
  interface Gaps {
    double next();
  }

  /**
   * So many arrivals a second, in the end perhaps others than in the beginning, growing evenly.
   *
   * @param from at its beginning, arrivals a second
   * @param to at its end
   * @param micros above 0
   */
  record Rate(Quantity.PerSecond from, Quantity.PerSecond to, long micros, boolean isDrawn)
      implements LoadPart {

    @Override
    public String words() {
      String rate = from.equals(to) ? "rate " + from : "ramp " + from + " to " + to;
      String span = " for " + Quantity.duration(micros);
      return rate + span + (isDrawn ? " poisson" : "");
    }

    /** The instant at which so many have arrived: the root of a parabola, or of a line. */
    @Override
    public void arrivals(Gaps gaps, LongConsumer instants) {
      double seconds = micros / 1e6;
      double first = from.value();
      double growth = (to.value() - first) / seconds;
      double all = (first + to.value()) / 2 * seconds;
      // Evenly, one arrives at once; drawn, the first one is waited for as all others are.
      for (double sum = isDrawn ? gaps.next() : 0; ; sum += isDrawn ? gaps.next() : 1) {
        if (sum >= all - 1e-9) {
          return;
        }
        double root = Math.sqrt(first * first + 2 * growth * sum);
        long instant = Math.round(sum == 0 ? 0 : 2e6 * sum / (first + root));
        if (instant < micros) {
          instants.accept(instant);
        }
      }
    }
  }

  /**
   * Several at once, again and again.
   *
   * @param size above 0
   * @param every above 0
   * @param micros above 0
   */
  record Bursts(int size, long every, long micros) implements LoadPart {

    @Override
    public String words() {
      return "burst "
          + size
          + " every "
          + Quantity.duration(every)
          + " for "
          + Quantity.duration(micros);
    }

    @Override
    public void arrivals(Gaps gaps, LongConsumer instants) {
      for (long instant = 0; instant < micros; instant += every) {
        for (int i = 0; i < size; i++) {
          instants.accept(instant);
        }
      }
    }
  }

  /** Nothing. */
  record Pause(long micros) implements LoadPart {

    @Override
    public String words() {
      return "pause " + Quantity.duration(micros);
    }

    @Override
    public void arrivals(Gaps gaps, LongConsumer instants) {}
  }
}
