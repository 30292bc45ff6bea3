package chatload.confidence;

import java.util.function.DoublePredicate;
import org.apache.commons.numbers.gamma.Erfc;

/** By how much two shares differ: the interval of Newcombe, 1998 (method 10). */
public final class Proportions {

  private static final double PRECISION = 1e-9;

  /** No probability is so small that anybody would be told of it. */
  private static final double LARGEST_Z = 40;

  private Proportions() {}

  /**
   * The difference of {@code other} to {@code one}, shares of {@code n} and {@code otherN}.
   *
   * @param z how many standard deviations wide to each side
   * @return from and to, between -1 and 1
   */
  public static double[] difference(double one, double n, double other, double otherN, double z) {
    double[] first = wilson(one, n, z);
    double[] last = wilson(other, otherN, z);
    double difference = other - one;
    return new double[] {
      difference - Math.hypot(other - last[0], first[1] - one),
      difference + Math.hypot(last[1] - other, one - first[0])
    };
  }

  /** How probable it is that shares differ so much by chance: the risk at which 0 is just out. */
  static double chance(int hits, int n, int otherHits, int otherN) {
    double one = (double) hits / n;
    double other = (double) otherHits / otherN;
    if (one == other) {
      return 1;
    }
    return Erfc.value(z(z -> contains(difference(one, n, other, otherN, z), 0)) / Math.sqrt(2));
  }

  /**
   * How probable it is that {@code other} is seen so far below {@code one} if it is no more than
   * {@code tolerated} below: the one-sided risk at which that much is just outside.
   */
  public static double chanceOfNoMore(
      double one, double n, double other, double otherN, double tolerated) {
    return other - one >= -tolerated
        ? 1
        : Erfc.value(z(z -> difference(one, n, other, otherN, z)[1] >= -tolerated) / Math.sqrt(2))
            / 2;
  }

  private static boolean contains(double[] interval, double value) {
    return interval[0] <= value && value <= interval[1];
  }

  /** The width from which on it is so. */
  private static double z(DoublePredicate isSo) {
    double from = 0;
    double to = LARGEST_Z;
    while (to - from > PRECISION) {
      double middle = (from + to) / 2;
      if (isSo.test(middle)) {
        to = middle;
      } else {
        from = middle;
      }
    }
    return to;
  }

  private static double[] wilson(double share, double n, double z) {
    double square = z * z / n;
    double middle = (share + square / 2) / (1 + square);
    double half = Math.sqrt(share * (1 - share) * square + square * square / 4) / (1 + square);
    return new double[] {middle - half, middle + half};
  }
}
