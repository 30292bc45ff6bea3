package chatload.gatling;

import chatload.metric.NearestRank;

/**
 * Some times in whole milliseconds, as Gatling sums them up in its reports: mean and standard
 * deviation are rounded to whole milliseconds.
 *
 * <p>Gatling reads its percentiles from an estimate (t-digest, {@code AVLTreeDigest} with
 * compression 100). As long as that holds every single time, its figure is the one at position
 * ⌊p·n⌋+1, and so is {@link #percentile}. With some dozens of times it begins to hold averages of
 * neighbours, grouped with the help of random numbers: then its figure can lie between two measured
 * times, and two of Gatling's own reports on one log need not agree. Nothing is estimated here.
 */
public final class Times {

  /** No times; all figures are 0, as in Gatling's stats.json. */
  static final Times NONE = new Times(new Histogram());

  private final long[] sorted;
  private final long count;
  private final double mean;
  private final double deviation;

  Times(Histogram histogram) {
    sorted = histogram.sorted();
    count = histogram.size();
    double sum = 0;
    for (long pair : sorted) {
      sum += (double) millis(pair) * occurrences(pair);
    }
    mean = count == 0 ? 0 : sum / count;
    double squares = 0;
    for (long pair : sorted) {
      squares += Math.pow(millis(pair) - mean, 2) * occurrences(pair);
    }
    deviation = count == 0 ? 0 : Math.sqrt(squares / count);
  }

  static Times ofBoth(Histogram one, Histogram other) {
    Histogram both = new Histogram();
    both.addAll(one);
    both.addAll(other);
    return new Times(both);
  }

  long count() {
    return count;
  }

  int min() {
    return count == 0 ? 0 : millis(sorted[0]);
  }

  int max() {
    return count == 0 ? 0 : millis(sorted[sorted.length - 1]);
  }

  long mean() {
    return Math.round(mean);
  }

  long standardDeviation() {
    return Math.round(deviation);
  }

  /** Gatling's percentile without the estimate: the value at position ⌊percent·n/100⌋+1. */
  int percentile(int percent) {
    return count == 0 ? 0 : at(Math.min(count, percent * count / 100 + 1));
  }

  /** Nearest rank: the value at position ⌈percent·n/100⌉, a time that was measured. */
  int nearestRank(int percent) {
    return at(NearestRank.position(percent, count));
  }

  /** The value at a position in 1..count of the sorted values. */
  int at(long position) {
    if (position < 1 || position > count) {
      throw new IllegalArgumentException(position + " is not in 1.." + count);
    }
    long passed = 0;
    int i = -1;
    while (passed < position) {
      passed += occurrences(sorted[++i]);
    }
    return millis(sorted[i]);
  }

  private static int millis(long pair) {
    return (int) (pair >> 32);
  }

  private static int occurrences(long pair) {
    return (int) pair;
  }
}
