package chatload.render.chart;

import java.util.ArrayList;
import java.util.List;

/** A linear axis from 0. */
final class LinearScale implements Scale {

  private static final int MOST_TICKS = 6;

  private final double most;
  private final double from;
  private final double to;

  /**
   * @param most largest value; an axis has a length also when it is 0
   * @param from coordinate of 0
   * @param to coordinate of {@code most}
   */
  LinearScale(double most, double from, double to) {
    this.most = most > 0 ? most : 1;
    this.from = from;
    this.to = to;
  }

  @Override
  public double at(double value) {
    return from + (to - from) * value / most;
  }

  @Override
  public List<Double> ticks() {
    double step = Math.pow(10, Math.floor(Math.log10(most)) - 1);
    for (int i = 0; most / step > MOST_TICKS; i++) {
      step *= i % 3 == 1 ? 2.5 : 2;
    }
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= most; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }
}
