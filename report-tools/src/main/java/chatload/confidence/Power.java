package chatload.confidence;

import chatload.metric.Metric;
import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * What a number of chats can prove about one limit, before any of them is sent, if they have
 * nothing to do with each other; chats that go alike prove less.
 *
 * @param metric what is limited
 * @param chats that it is over, if all are OK
 * @param allowed how many of them may miss so that the check is met
 * @param provenUpTo with no more than these the limit is proven to be kept, at 95 %; empty if that
 *     many chats can't prove it whatever they do
 * @param disprovenFrom with no fewer than these it is proven to be missed; empty likewise
 * @param leastToProve the fewest chats that can prove it, if none of them misses; empty where no
 *     number can
 * @param worseShare a share of all chats that misses too often: a fifth more than may
 * @param worsePasses how probable it is that a service that bad still meets the check, 0..1
 */
public record Power(
    Metric metric,
    int chats,
    int allowed,
    OptionalInt provenUpTo,
    OptionalInt disprovenFrom,
    OptionalInt leastToProve,
    double worseShare,
    double worsePasses) {

  /** More than these nobody would send. */
  private static final int MOST_CHATS = 1_000_000;

  /** Of a service that may miss nothing, one that misses one in a hundred. */
  private static final double WORSE_THAN_NONE = 0.01;

  /**
   * Of a limit whose aggregate says how many chats may miss.
   *
   * @param chats at least 1
   */
  public static Power of(Metric metric, BigDecimal limit, int chats) {
    double share = metric.how().mayMiss(limit).doubleValue();
    int allowed = metric.how().mayMiss(limit, chats);
    double worse = share == 0 ? WORSE_THAN_NONE : Math.min(1, share * 1.2);
    int proven = first(chats + 1, missed -> !Shares.isBelow(share, missed, chats, Shares.RISK)) - 1;
    int disproven = first(chats + 1, missed -> Shares.isAbove(share, missed, chats, Shares.RISK));
    int least = first(MOST_CHATS + 1, n -> n > 0 && Shares.isBelow(share, 0, n, Shares.RISK));
    return new Power(
        metric,
        chats,
        allowed,
        proven < 0 ? OptionalInt.empty() : OptionalInt.of(proven),
        disproven > chats ? OptionalInt.empty() : OptionalInt.of(disproven),
        least > MOST_CHATS ? OptionalInt.empty() : OptionalInt.of(least),
        worse,
        Shares.atMostSoMany(allowed, chats, worse));
  }

  /** The first number from 0 of which it is so, as it is of all above; {@code end} if none is. */
  private static int first(int end, IntPredicate isSo) {
    int from = 0;
    int to = end;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (isSo.test(middle)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return to;
  }
}
