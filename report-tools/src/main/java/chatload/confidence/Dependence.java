package chatload.confidence;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many independent chats those of one run are worth. Chats that were sent shortly after one
 * another tend to go alike (a busy minute, a pause of the service), so that together they say less
 * than as many on different days.
 *
 * <p>The variance of the mean is taken from overlapping blocks of √n neighbours, as a block
 * bootstrap would have it after endlessly many draws (Künsch, 1989, gives it in closed form), so
 * that nothing is drawn and the same records always give the same figure. It is compared with what
 * it would be if neighbours had nothing to do with each other.
 */
final class Dependence {

  private Dependence() {}

  /** 1 for independent values, more for those that go with their neighbours; never below 1. */
  static double of(double[] inOrder) {
    int n = inOrder.length;
    int block = (int) Math.sqrt(n);
    double mean = Arrays.stream(inOrder).average().orElse(0);
    double variance = Arrays.stream(inOrder).map(value -> square(value - mean)).sum() / n;
    if (block < 2 || !(variance > 0)) {
      return 1;
    }
    double[] sums = new double[n + 1];
    for (int i = 0; i < n; i++) {
      sums[i + 1] = sums[i] + inOrder[i] - mean;
    }
    double ofBlocks =
        IntStream.rangeClosed(0, n - block)
            .mapToDouble(from -> square((sums[from + block] - sums[from]) / block))
            .average()
            .orElseThrow();
    double unbiased = 1 - (double) block / n;
    return Math.max(1, block * ofBlocks / variance / unbiased);
  }

  /**
   * How many values are smaller than each, so that a few very long times do not hide how the others
   * go.
   */
  static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(values).map(value -> smaller(sorted, value)).toArray();
  }

  private static int smaller(double[] sorted, double value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static double square(double value) {
    return value * value;
  }
}
