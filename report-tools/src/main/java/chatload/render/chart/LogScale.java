package chatload.render.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis from one step of 1, 2, 5, 10 … to another, so that times of 5 ms and limits of
 * 10 s can be read off the same chart.
 */
final class LogScale implements Scale {

  private static final int[] STEPS = {1, 2, 5};
  private static final int LEAST_EXPONENT = -1;
  private static final int MOST_EXPONENT = 12;

  private final double low;
  private final double high;
  private final double from;
  private final double to;

  /**
   * @param least smallest value, above 0 or it counts as a tenth
   * @param most largest value
   * @param from coordinate of the lower end
   * @param to coordinate of the upper end
   */
  LogScale(double least, double most, double from, double to) {
    List<Double> steps = steps();
    this.low = steps.stream().filter(step -> step <= least).reduce((a, b) -> b).orElse(0.1);
    this.high = steps.stream().filter(step -> step > Math.max(most, low)).findFirst().orElse(1e13);
    this.from = from;
    this.to = to;
  }

  @Override
  public double at(double value) {
    double inside = Math.min(high, Math.max(low, value));
    return from + (to - from) * Math.log(inside / low) / Math.log(high / low);
  }

  /** All steps, or whole powers of ten where there would be too many. */
  @Override
  public List<Double> ticks() {
    boolean wide = high / low > 1000;
    return steps().stream()
        .filter(step -> step >= low && step <= high)
        .filter(step -> !wide || isPowerOfTen(step))
        .toList();
  }

  private static boolean isPowerOfTen(double step) {
    double exponent = Math.log10(step);
    return Math.abs(exponent - Math.rint(exponent)) < 1e-9;
  }

  private static List<Double> steps() {
    List<Double> steps = new ArrayList<>();
    for (int exponent = LEAST_EXPONENT; exponent <= MOST_EXPONENT; exponent++) {
      for (int step : STEPS) {
        steps.add(Double.valueOf(step + "e" + exponent));
      }
    }
    return steps;
  }
}
