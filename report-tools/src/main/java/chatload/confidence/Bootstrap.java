package chatload.confidence;

import chatload.metric.NearestRank;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What percentiles other runs of the same might have had: drawn from this one in blocks of √n
 * neighbours, since chats near each other go alike (the circular block bootstrap of Politis and
 * Romano, 1992). The same chats and the same seed give the same figures.
 */
public final class Bootstrap {

  private static final int MOST_DRAWS = 2000;
  private static final int LEAST_DRAWS = 500;

  /** So many chats are looked at, however many there are of them. */
  private static final int WORK = 100_000_000;

  private Bootstrap() {}

  /** How many runs are drawn where the larger of two has that many chats. */
  public static int draws(int chats) {
    return Math.max(LEAST_DRAWS, Math.min(MOST_DRAWS, WORK / Math.max(1, chats)));
  }

  /**
   * One row for every percentile, with one figure for every run that was drawn.
   *
   * @param inOrder times in the order of their starts, at least one
   * @param percents 1..100
   */
  public static double[][] percentiles(double[] inOrder, int[] percents, int draws, long seed) {
    int n = inOrder.length;
    int[] bySize =
        IntStream.range(0, n)
            .boxed()
            .sorted((one, other) -> Double.compare(inOrder[one], inOrder[other]))
            .mapToInt(row -> row)
            .toArray();
    int[] rank = new int[n];
    for (int i = 0; i < n; i++) {
      rank[bySize[i]] = i;
    }
    int block = Math.max(1, (int) Math.sqrt(n));
    SplittableRandom random = new SplittableRandom(seed);
    double[][] drawn = new double[percents.length][draws];
    int[] times = new int[n];
    for (int draw = 0; draw < draws; draw++) {
      Arrays.fill(times, 0);
      for (int taken = 0; taken < n; ) {
        int from = random.nextInt(n);
        for (int i = 0; i < block && taken < n; i++, taken++) {
          times[rank[(from + i) % n]]++;
        }
      }
      for (int which = 0; which < percents.length; which++) {
        long position = NearestRank.position(percents[which], n);
        int at = 0;
        for (long seen = times[0]; seen < position; seen += times[at]) {
          at++;
        }
        drawn[which][draw] = inOrder[bySize[at]];
      }
    }
    return drawn;
  }
}
