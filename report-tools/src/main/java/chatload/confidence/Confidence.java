package chatload.confidence;

import chatload.metric.ChatTime;
import chatload.metric.Check;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.metric.Rounding;
import chatload.metric.Thresholds;
import chatload.records.ChatPoint;
import chatload.records.RecordedChats;
import chatload.run.Outcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * How sure one check is. A run is a sample: it tells what these chats did, and only with some
 * uncertainty what the service does. No verdict depends on it.
 *
 * @param metric what was checked
 * @param chats that it is over
 * @param missed those that were not OK or not good, or beyond the limit
 * @param allowed how many of them may be missed so that the check is met
 * @param independentChats how many chats that have nothing to do with each other they are worth, at
 *     most {@code chats}
 * @param limitShare the share of all chats that may miss, 0..1
 * @param atLeast the share of all chats that misses is no less than this, at 95 %
 * @param atMost the share of all chats that misses is no more than this, at 95 %
 * @param standing whether that is enough to tell on which side of the limit the service is
 * @param repeatPasses how probable it is that the same run again would meet the check if the share
 *     that was seen were the true one, 0..1; null where none or all missed, which is no share to
 *     take for true
 * @param chatsToDecide about how many chats would decide, if they went as these; null where it is
 *     decided, and where no number would
 */
public record Confidence(
    Metric metric,
    int chats,
    int missed,
    int allowed,
    int independentChats,
    BigDecimal limitShare,
    BigDecimal atLeast,
    BigDecimal atMost,
    Standing standing,
    @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal repeatPasses,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer chatsToDecide) {

  private static final int DECIMALS = 4;

  /** More than these nobody would send. */
  private static final int MOST_CHATS = 1_000_000;

  /** Of every check that has data, in their order, at 95 %. */
  public static List<Confidence> of(
      List<Check> checks, Thresholds thresholds, RecordedChats chats) {
    return of(checks, thresholds, chats, Risks.USUAL);
  }

  /** The same with other risks for the standings and what would decide. */
  public static List<Confidence> of(
      List<Check> checks, Thresholds thresholds, RecordedChats chats, Risks risks) {
    return checks.stream().flatMap(check -> of(check, thresholds, chats, risks).stream()).toList();
  }

  /** Nothing exact can be said of a mean. */
  private static Optional<Confidence> of(
      Check check, Thresholds thresholds, RecordedChats chats, Risks risks) {
    Metric metric = check.metric();
    if (!check.hasData() || !metric.how().isOfShare()) {
      return Optional.empty();
    }
    if (metric.equals(Metrics.GOOD_SHARE)) {
      BitSet good = chats.good().rows(thresholds.good());
      return Optional.of(
          of(check, check.n() - good.cardinality(), worthOfOutcomes(chats, good), risks));
    }
    if (!metric.isOfTimes()) {
      return Optional.of(of(check, check.n() - chats.ok(), worthOfOutcomes(chats), risks));
    }
    double limit = check.limit().doubleValue();
    double[] values = InOrder.millis(chats.points(metric.quantity()));
    double[] missed =
        DoubleStream.of(values)
            .map(value -> metric.quantity().isInside(value, limit) ? 0 : 1)
            .toArray();
    return Optional.of(
        of(check, (int) DoubleStream.of(missed).sum(), worth(values, missed), risks));
  }

  /**
   * Of a check that has data.
   *
   * @param worth by how much more chats there are than independent ones, at least 1
   */
  static Confidence of(Check check, int missed, double worth, Risks risks) {
    int n = check.n();
    int independent = Math.max(1, (int) (n / worth));
    double limit = check.metric().how().mayMiss(check.limit()).doubleValue();
    int allowed = check.metric().how().mayMiss(check.limit(), n);
    Sample sample = Sample.of(missed, n, independent);
    Standing standing = sample.standing(limit, risks);
    return new Confidence(
        check.metric(),
        n,
        missed,
        allowed,
        independent,
        share(limit),
        share(Shares.atLeast(sample.fewest(), independent)),
        share(Shares.atMost(sample.most(), independent)),
        standing,
        missed == 0 || missed == n
            ? null
            : share(Shares.atMostSoMany(allowed, n, (double) missed / n, (double) independent / n)),
        standing == Standing.UNDECIDED
            ? chatsToDecide(missed, n, independent, limit, risks)
            : null);
  }

  /**
   * What was seen, in independent chats.
   *
   * @param fewest missed ones, rounded down where a part of one is left
   * @param most missed ones, rounded up
   */
  private record Sample(int fewest, int most, int n) {

    static Sample of(long missed, long chats, int independent) {
      return new Sample(
          (int) (missed * independent / chats),
          (int) ((missed * independent + chats - 1) / chats),
          independent);
    }

    Standing standing(double limit, Risks risks) {
      if (Shares.isBelow(limit, most, n, risks.proven())) {
        return Standing.PROVEN;
      }
      return Shares.isAbove(limit, fewest, n, risks.disproven())
          ? Standing.DISPROVEN
          : Standing.UNDECIDED;
    }
  }

  /** The least number, to two digits, so that nobody takes it for exact. */
  private static Integer chatsToDecide(
      int missed, int chats, int independent, double limit, Risks risks) {
    for (long digits = 10, power = 1; ; digits++) {
      if (digits == 100) {
        digits = 10;
        power *= 10;
      }
      long more = digits * power;
      if (more > MOST_CHATS) {
        return null;
      }
      int worth = (int) Math.max(1, more * independent / chats);
      if (more > chats
          && Sample.of(missed, chats, worth).standing(limit, risks) != Standing.UNDECIDED) {
        return (int) more;
      }
    }
  }

  /** As values go, or as misses do, whichever goes more alike. */
  static double worth(double[] inOrder, double[] missed) {
    return Math.max(Dependence.of(Dependence.ranks(inOrder)), worthOfMisses(missed));
  }

  /** How many times as many chats there are as independent ones, by how they ended. */
  public static double worthOfOutcomes(RecordedChats chats) {
    return worthOfMisses(
        InOrder.of(chats.counting(ChatTime.TOTAL))
            .mapToDouble(chat -> chat.ok() ? 0 : 1)
            .toArray());
  }

  private static double worthOfOutcomes(RecordedChats chats, BitSet good) {
    List<ChatPoint> points = chats.points(ChatTime.TOTAL);
    return worthOfMisses(
        InOrder.rows(points)
            .filter(row -> points.get(row).outcome() != Outcome.CANCELLED)
            .mapToDouble(row -> good.get(row) ? 0 : 1)
            .toArray());
  }

  /** A single one has no neighbour to go with. */
  private static double worthOfMisses(double[] missed) {
    return DoubleStream.of(missed).sum() < 2 ? 1 : Dependence.of(missed);
  }

  private static BigDecimal share(double share) {
    return Rounding.plain(BigDecimal.valueOf(share).setScale(DECIMALS, RoundingMode.HALF_UP));
  }
}
