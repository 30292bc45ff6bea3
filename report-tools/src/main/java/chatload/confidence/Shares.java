package chatload.confidence;

import java.util.function.DoublePredicate;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * What {@code missed} of {@code n} independent chats say about the share of all chats that miss,
 * exactly: the one-sided bounds of Clopper and Pearson, 1934.
 */
final class Shares {

  /** How often a bound may be wrong. */
  static final double RISK = 0.05;

  private static final double PRECISION = 1e-12;

  private Shares() {}

  /** The least share that such a number of missed chats can still be put down to chance with. */
  static double atLeast(int missed, int n) {
    return missed == 0 ? 0 : where(share -> 1 - atMostSoMany(missed - 1, n, share) > RISK);
  }

  /** The greatest share, as above. */
  static double atMost(int missed, int n) {
    return missed == n ? 1 : where(share -> atMostSoMany(missed, n, share) <= RISK);
  }

  /** Whether the share is below {@code limit}, at that risk. */
  static boolean isBelow(double limit, int missed, int n, double risk) {
    return limit > 0 && atMostSoMany(missed, n, limit) <= risk;
  }

  /** Whether the share is above {@code limit}, at that risk. */
  static boolean isAbove(double limit, int missed, int n, double risk) {
    return missed > 0 && 1 - atMostSoMany(missed - 1, n, limit) <= risk;
  }

  /** How probable it is that no more than {@code most} of {@code n} chats miss. */
  static double atMostSoMany(int most, int n, double share) {
    return atMostSoMany(most, n, share, 1);
  }

  /**
   * The same where {@code n} chats are worth only a part of as many independent ones: of a chat,
   * the beta distribution takes parts, too.
   *
   * @param part above 0, at most 1
   */
  static double atMostSoMany(int most, int n, double share, double part) {
    return most >= n ? 1 : RegularizedBeta.complement(share, (most + 1) * part, (n - most) * part);
  }

  /** The share from which on it is so, far closer than anybody is shown. */
  private static double where(DoublePredicate isSo) {
    double from = 0;
    double to = 1;
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
}
