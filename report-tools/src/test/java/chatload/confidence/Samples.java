package chatload.confidence;

import java.util.Random;

/** Times of a run in which neighbours go alike. */
final class Samples {

  private Samples() {}

  /**
   * Standard normal values, each correlated by {@code alike} with the one before it.
   *
   * @param alike 0 for independent values, below 1
   */
  static double[] of(Random random, int n, double alike) {
    double[] values = new double[n];
    double fresh = Math.sqrt(1 - alike * alike);
    for (int i = 0; i < n; i++) {
      values[i] =
          i == 0 ? random.nextGaussian() : alike * values[i - 1] + fresh * random.nextGaussian();
    }
    return values;
  }
}
