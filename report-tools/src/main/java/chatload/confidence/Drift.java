package chatload.confidence;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * How probable it is that two groups of chats differ as much as they do, or more, if nothing but
 * chance makes them differ. Chats near each other go alike, so each group counts as a few blocks of
 * neighbours: the difference is held against that between the blocks of one group (Welch's test on
 * their means), and it counts for nothing unless it is also more than independent chats would
 * differ by.
 *
 * @param chance 0..1
 * @param rose whether the second group has more of it
 */
public record Drift(double chance, boolean rose) {

  /** With more of them, blocks would be alike themselves; with fewer, nothing could be told. */
  private static final int BLOCKS = 6;

  /** Of times, by rank as Mann and Whitney have it; each in the order of starts, none empty. */
  public static Drift ofTimes(double[] one, double[] other) {
    double[] ranks = middleRanks(joined(one, other));
    double[] first = Arrays.copyOf(ranks, one.length);
    double[] last = Arrays.copyOfRange(ranks, one.length, ranks.length);
    return new Drift(
        Math.max(byBlocks(first, last), byMannWhitney(first, last)), mean(last) > mean(first));
  }

  /** Of failures, 1 for each and 0 for others; groups as above. */
  static Drift ofShares(double[] one, double[] other) {
    double byShares = Proportions.chance(sum(one), one.length, sum(other), other.length);
    return new Drift(Math.max(byBlocks(one, other), byShares), mean(other) > mean(one));
  }

  private static double byBlocks(double[] one, double[] other) {
    if (one.length < 2 * BLOCKS || other.length < 2 * BLOCKS) {
      return 1;
    }
    double[] first = blocks(one);
    double[] last = blocks(other);
    double ofFirst = variance(first) / BLOCKS;
    double ofLast = variance(last) / BLOCKS;
    double difference = Math.abs(mean(first) - mean(last));
    if (ofFirst + ofLast == 0) {
      return difference == 0 ? 1 : 0;
    }
    double t = difference / Math.sqrt(ofFirst + ofLast);
    double freedom = (BLOCKS - 1) * square(ofFirst + ofLast) / (square(ofFirst) + square(ofLast));
    return RegularizedBeta.value(freedom / (freedom + t * t), freedom / 2, 0.5);
  }

  private static double[] blocks(double[] inOrder) {
    double[] means = new double[BLOCKS];
    for (int block = 0; block < BLOCKS; block++) {
      int from = (int) ((long) inOrder.length * block / BLOCKS);
      int to = (int) ((long) inOrder.length * (block + 1) / BLOCKS);
      means[block] = mean(Arrays.copyOfRange(inOrder, from, to));
    }
    return means;
  }

  /** By the normal distribution, which is exact enough for groups of ten and more. */
  private static double byMannWhitney(double[] firstRanks, double[] lastRanks) {
    int n = firstRanks.length + lastRanks.length;
    double variance = variance(joined(firstRanks, lastRanks));
    if (variance == 0) {
      return 1;
    }
    double error = Math.sqrt(variance * n / firstRanks.length / lastRanks.length);
    return Erfc.value(Math.abs(mean(firstRanks) - mean(lastRanks)) / error / Math.sqrt(2));
  }

  /** From 1; equal ones share the middle of theirs. */
  static double[] middleRanks(double[] values) {
    double[] negated = Arrays.stream(values).map(value -> -value).toArray();
    double[] fewer = Dependence.ranks(values);
    double[] more = Dependence.ranks(negated);
    double[] ranks = new double[values.length];
    Arrays.setAll(ranks, i -> (1 + fewer[i] + values.length - more[i]) / 2);
    return ranks;
  }

  private static double[] joined(double[] one, double[] other) {
    double[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  private static int sum(double[] values) {
    return (int) Arrays.stream(values).sum();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(value -> square(value - mean)).sum() / (values.length - 1);
  }

  private static double square(double value) {
    return value * value;
  }
}
