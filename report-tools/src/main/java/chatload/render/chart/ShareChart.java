package chatload.render.chart;

import chatload.metric.Figures;
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

  private static final double P95 = 0.95;

  /** What its figure takes, beside the mark. */
  private static final double ROOM_FOR_P95 = 96;

  /** Left of the shorter curve. */
  private static final double ROOM_FOR_NAME = 2;

  /**
   * One curve.
   *
   * @param sortedMs times, milliseconds, ascending; there may be none
   * @param band how far above and below it the curve of all chats may run, as a share; 0 for none
   * @param p95Ms where it reaches 95%, milliseconds; NaN without times
   * @param limitMs a limit to draw, milliseconds
   * @param limitName what to call it; empty where the other curve has the same
   */
  public record Curve(
      String name, double[] sortedMs, double band, double p95Ms, double limitMs, String limitName) {
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
    for (int percent : List.of(0, 25, 50, 75, 100)) {
      Frame.addYTick(svg, y, percent / 100.0, percent + "%");
    }
    svg.add(Frame.line("p95", Frame.LEFT, y.at(P95), Frame.RIGHT, y.at(P95)));
    svg.add(Frame.label(Frame.WIDTH, y.at(P95) + 4, "end", "95%").with("class", "p95-name"));
    svg.add(Frame.label(4, 12, "start", yName));
    Frame.addXAxis(svg, x, xName);
    boolean inOrder = shorter.limitMs() <= longer.limitMs();
    addLimit(svg, x, inOrder ? longer : shorter, Frame.TOP);
    addLimit(svg, x, inOrder ? shorter : longer, Frame.TOP + 14);
    addBand(svg, x, y, shorter, "band-1");
    addBand(svg, x, y, longer, "band-2");
    addCurve(svg, x, y, shorter, "curve-1", -8, "end");
    addCurve(svg, x, y, longer, "curve-2", 8, "start");
    addP95(svg, x, y, shorter, "curve-1", true);
    addP95(svg, x, y, longer, "curve-2", false);
    return svg;
  }

  /** The name stands left of its line, and lines farther left begin below it. */
  private static void addLimit(Element svg, Scale x, Curve curve, double top) {
    if (curve.limitName().isEmpty()) {
      return;
    }
    double at = x.at(curve.limitMs());
    boolean hasRoom = at > (Frame.LEFT + Frame.RIGHT) / 2;
    svg.add(Frame.line("limit", at, top, at, Frame.BOTTOM));
    svg.add(
        Frame.label(
                hasRoom ? at - 5 : at + 5, top + 9, hasRoom ? "end" : "start", curve.limitName())
            .with("class", "limit-name"));
  }

  /** A dot where the curve meets the line, with its figure on the side where there is room. */
  private static void addP95(
      Element svg, Scale x, Scale y, Curve curve, String look, boolean isLeft) {
    if (Double.isNaN(curve.p95Ms())) {
      return;
    }
    double at = x.at(curve.p95Ms());
    svg.add(
        Element.of("path")
            .with("class", look + "-p95")
            .with("d", Frame.point("M", at, y.at(P95)) + "h0"));
    svg.add(
        Frame.label(
                isLeft ? at - 8 : Math.min(at + 8, Frame.RIGHT - ROOM_FOR_P95),
                y.at(P95) + 17,
                isLeft ? "end" : "start",
                "P95 " + Figures.millis(curve.p95Ms()) + " ms")
            .with("class", look + "-name"));
  }

  /** To both edges: also of what nobody saw something is known. */
  private static void addBand(Element svg, Scale x, Scale y, Curve curve, String look) {
    double[] sorted = curve.sortedMs();
    if (sorted.length == 0 || curve.band() == 0) {
      return;
    }
    StringBuilder upper = new StringBuilder(Frame.point("M", Frame.LEFT, y.at(0)));
    StringBuilder lower = new StringBuilder();
    double share = 0;
    for (int rank : ranks(sorted.length)) {
      double at = x.at(sorted[rank - 1]);
      upper.append(Frame.point("L", at, y.at(Math.min(1, share + curve.band()))));
      lower.insert(0, Frame.point("L", at, y.at(Math.max(0, share - curve.band()))));
      share = (double) rank / sorted.length;
      upper.append(Frame.point("L", at, y.at(Math.min(1, share + curve.band()))));
      lower.insert(0, Frame.point("L", at, y.at(Math.max(0, share - curve.band()))));
    }
    upper.insert(
        Frame.point("M", Frame.LEFT, y.at(0)).length(),
        Frame.point("L", Frame.LEFT, y.at(Math.min(1, curve.band()))));
    upper.append(Frame.point("L", Frame.RIGHT, y.at(1)));
    upper.append(Frame.point("L", Frame.RIGHT, y.at(Math.max(0, 1 - curve.band()))));
    svg.add(Element.of("path").with("class", look).with("d", upper.append(lower) + "Z"));
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
