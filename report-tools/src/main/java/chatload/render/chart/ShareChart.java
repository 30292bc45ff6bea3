package chatload.render.chart;

import chatload.render.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which share of chats took at most so long, for two times: a dashed curve for the shorter one, a
 * whole one for the longer.
 *
 * @param id unique in the page
 * @param title short
 * @param description what can be seen, in words
 * @param xName name of the axis of milliseconds
 * @param yName name of the axis of shares
 * @param shorter drawn dashed, named on its left
 * @param longer drawn whole, named on its right
 */
public record ShareChart(
    String id,
    String title,
    String description,
    String xName,
    String yName,
    Curve shorter,
    Curve longer) {

  /** More steps than this cannot be told apart. */
  static final int MOST_STEPS = 200;

  /** Left of the shorter curve. */
  private static final double ROOM_FOR_NAME = 2;

  /**
   * One curve.
   *
   * @param sortedMs times, milliseconds, ascending; there may be none
   * @param limitMs a limit to draw, milliseconds
   * @param limitName what to call it
   */
  public record Curve(String name, double[] sortedMs, double limitMs, String limitName) {
    public Curve {
      sortedMs = sortedMs.clone();
      Arrays.sort(sortedMs);
    }

    @Override
    public double[] sortedMs() {
      return sortedMs.clone();
    }

    private double least() {
      return sortedMs.length == 0 ? limitMs / 10 : Math.min(limitMs, sortedMs[0]);
    }

    private double most() {
      return sortedMs.length == 0 ? limitMs : Math.max(limitMs, sortedMs[sortedMs.length - 1]);
    }
  }

  public Element svg() {
    Scale x =
        new LogScale(
            Math.min(shorter.least(), longer.least()) / ROOM_FOR_NAME,
            Math.max(shorter.most(), longer.most()),
            Frame.LEFT,
            Frame.RIGHT);
    Scale y = new LinearScale(1, Frame.BOTTOM, Frame.TOP + 30);
    Element svg = Frame.svg(id, Frame.HEIGHT, title, description);
    for (int percent : List.of(0, 25, 50, 75, 95)) {
      Frame.addYTick(svg, y, percent / 100.0, percent + "%");
    }
    svg.add(Frame.label(4, 12, "start", yName));
    Frame.addXAxis(svg, x, xName);
    addLimit(svg, x, shorter, Frame.TOP + 9);
    addLimit(svg, x, longer, Frame.TOP + 23);
    addCurve(svg, x, y, shorter, "curve-1", -8, "end");
    addCurve(svg, x, y, longer, "curve-2", 8, "start");
    return svg;
  }

  private static void addLimit(Element svg, Scale x, Curve curve, double nameY) {
    double at = x.at(curve.limitMs());
    svg.add(Frame.line("limit", at, Frame.TOP, at, Frame.BOTTOM));
    svg.add(
        Frame.label(at - 5, nameY, "end", curve.limitName() + " · " + curve.name())
            .with("class", "limit-name"));
  }

  private static void addCurve(
      Element svg, Scale x, Scale y, Curve curve, String look, double beside, String anchor) {
    double[] sorted = curve.sortedMs();
    if (sorted.length == 0) {
      return;
    }
    StringBuilder path = new StringBuilder(Frame.point("M", x.at(sorted[0]), y.at(0)));
    double last = 0;
    for (int rank : ranks(sorted.length)) {
      double at = x.at(sorted[rank - 1]);
      path.append(Frame.point("L", at, y.at(last)));
      last = (double) rank / sorted.length;
      path.append(Frame.point("L", at, y.at(last)));
    }
    path.append(Frame.point("L", Frame.RIGHT, y.at(1)));
    svg.add(Element.of("path").with("class", look).with("d", path.toString()));
    double median = x.at(sorted[(sorted.length - 1) / 2]);
    svg.add(
        Frame.label(median + beside, y.at(0.4), anchor, curve.name())
            .with("class", look + "-name"));
  }

  /** All ranks, or as many of them, evenly, as can be told apart; the last one always. */
  static List<Integer> ranks(int n) {
    int steps = Math.min(n, MOST_STEPS);
    List<Integer> ranks = new ArrayList<>();
    for (int step = 1; step <= steps; step++) {
      ranks.add((int) ((long) n * step / steps));
    }
    return ranks;
  }
}
