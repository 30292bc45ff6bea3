package chatload.compare;

import chatload.confidence.Bootstrap;
import chatload.confidence.Confidence;
import chatload.confidence.InOrder;
import chatload.confidence.Proportions;
import chatload.metric.ChatTime;
import chatload.metric.NearestRank;
import chatload.records.RecordedChats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Asks of two runs of one scenario by how much the new one is worse. */
final class Questions {

  /** The median, and what limits are about. */
  private static final int[] PERCENTS = {50, 95};

  /** One-sided 95 %. */
  private static final double Z = 1.6448536269514722;

  private Questions() {}

  /** The share of chats that failed. */
  static Asked ofFailures(RecordedChats before, RecordedChats after, Tolerated tolerated) {
    int oldN = counting(before);
    int newN = counting(after);
    double oldOk = (double) before.ok() / oldN;
    double newOk = (double) after.ok() / newN;
    double oldWorth = oldN / Confidence.worthOfOutcomes(before);
    double newWorth = newN / Confidence.worthOfOutcomes(after);
    double[] difference = Proportions.difference(oldOk, oldWorth, newOk, newWorth, Z);
    return new Asked(
        null,
        null,
        1 - oldOk,
        1 - newOk,
        oldOk - newOk,
        -difference[1],
        -difference[0],
        tolerated.failures(),
        Proportions.chanceOfNoMore(
            oldOk, oldWorth, newOk, newWorth, tolerated.failures().doubleValue()));
  }

  /** Chats that were to be closed on purpose count for nothing; those without a record do. */
  private static int counting(RecordedChats chats) {
    return chats.counting(ChatTime.TOTAL).size() + chats.missingCount();
  }

  /** The percentiles of one time, of OK chats. */
  static List<Asked> ofTimes(
      ChatTime time, Side before, Side after, String scenario, Tolerated tolerated, long seed) {
    return ofTimes(
        time,
        InOrder.millis(before.chats(scenario).points(time)),
        before.seed(seed, scenario, time),
        InOrder.millis(after.chats(scenario).points(time)),
        after.seed(seed, scenario, time),
        tolerated);
  }

  static List<Asked> ofTimes(
      ChatTime time,
      double[] before,
      long oldSeed,
      double[] after,
      long newSeed,
      Tolerated tolerated) {
    int draws = Bootstrap.draws(Math.max(before.length, after.length));
    double[][] oldDraws = Bootstrap.percentiles(before, PERCENTS, draws, oldSeed);
    double[][] newDraws = Bootstrap.percentiles(after, PERCENTS, draws, newSeed);
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < PERCENTS.length; i++) {
      double[] ratios = new double[draws];
      for (int draw = 0; draw < draws; draw++) {
        ratios[draw] = newDraws[i][draw] / oldDraws[i][draw];
      }
      Arrays.sort(ratios);
      double most = 1 + tolerated.times().doubleValue();
      long within = Arrays.stream(ratios).filter(ratio -> ratio <= most).count();
      double was = percentile(PERCENTS[i], before);
      double is = percentile(PERCENTS[i], after);
      asked.add(
          new Asked(
              time,
              PERCENTS[i],
              was,
              is,
              is / was - 1,
              ratios[rank(draws)] - 1,
              ratios[draws - 1 - rank(draws)] - 1,
              tolerated.times(),
              (within + 1.0) / (draws + 1)));
    }
    return asked;
  }

  /** Below it lies no more than the risk, and as much above its counterpart. */
  private static int rank(int draws) {
    return (int) (Asked.RISK * draws);
  }

  private static double percentile(int percent, double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return NearestRank.of(percent, sorted);
  }
}
