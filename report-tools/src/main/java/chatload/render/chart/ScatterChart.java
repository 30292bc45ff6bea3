package chatload.render.chart;

import chatload.render.Element;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * One mark per chat: when it started, how long it took. OK chats are dots, failed ones crosses, so
 * that they differ without colour too.
 *
 * @param id unique in the page
 * @param title short
 * @param description what can be seen, in words
 * @param xName name of the axis of seconds
 * @param yName name of the axis of milliseconds
 * @param marks in any order
 * @param limitMs a limit to draw, milliseconds; NaN for none
 * @param limitName what to call it
 */
public record ScatterChart(
    String id,
    String title,
    String description,
    String xName,
    String yName,
    List<Mark> marks,
    double limitMs,
    String limitName) {

  private static final double ARM = 3.5;

  /** Between the outermost marks and the edges. */
  private static final double ROOM = 1.2;

  public ScatterChart {
    marks = List.copyOf(marks);
  }

  /**
   * One chat.
   *
   * @param seconds start, counted from the start of the run
   * @param millis how long it took; a failed one that is faster than all OK ones and the limit may
   *     be put at the lower edge; NaN for a chat without this time: a failed one is put at the
   *     upper edge, an OK one is left out
   */
  public record Mark(double seconds, double millis, boolean ok) {}

  public Element svg() {
    Scale x =
        new LinearScale(
            marks.stream().mapToDouble(Mark::seconds).max().orElse(0), Frame.LEFT + 6, Frame.RIGHT);
    Scale y = new LogScale(leastMs() / ROOM, mostMs() * ROOM, Frame.BOTTOM, Frame.TOP);
    Element svg = Frame.svg(id, Frame.HEIGHT, title, description);
    Frame.addYAxis(svg, y, yName);
    Frame.addXAxis(svg, x, xName);
    if (hasLimit()) {
      double at = y.at(limitMs);
      svg.add(Frame.line("limit", Frame.LEFT, at, Frame.RIGHT, at));
      svg.add(Frame.label(Frame.RIGHT, at - 5, "end", limitName).with("class", "limit-name"));
    }
    addMarks(svg, "dots", dots(x, y));
    addMarks(svg, "crosses", crosses(x, y));
    return svg;
  }

  /** Failed chats that are further below the axis than it can show. */
  public int below() {
    double least = leastMs() / ROOM;
    return (int) marks.stream().filter(mark -> mark.millis() < least).count();
  }

  /** Refusals after a millisecond would leave but a stripe for the OK chats. */
  private double leastMs() {
    DoubleStream counted =
        marks.stream().anyMatch(Mark::ok) ? finite(Mark::ok) : finite(any -> true);
    double fastest = counted.min().orElse(hasLimit() ? limitMs / 10 : 1);
    return hasLimit() ? Math.min(limitMs, fastest) : fastest;
  }

  private double mostMs() {
    double slowest = finite(any -> true).max().orElse(0);
    return hasLimit() ? Math.max(limitMs, slowest) : slowest;
  }

  private boolean hasLimit() {
    return Double.isFinite(limitMs);
  }

  private DoubleStream finite(Predicate<Mark> wanted) {
    return marks.stream().filter(wanted).mapToDouble(Mark::millis).filter(Double::isFinite);
  }

  private static void addMarks(Element svg, String look, String path) {
    if (!path.isEmpty()) {
      svg.add(Element.of("path").with("class", look).with("d", path));
    }
  }

  /** A line of no length with round ends is a dot. */
  private String dots(Scale x, Scale y) {
    StringBuilder path = new StringBuilder();
    for (Mark mark : marks) {
      if (mark.ok() && Double.isFinite(mark.millis())) {
        path.append(Frame.point("M", x.at(mark.seconds()), y.at(mark.millis()))).append("h0");
      }
    }
    return path.toString();
  }

  private String crosses(Scale x, Scale y) {
    StringBuilder path = new StringBuilder();
    for (Mark mark : marks) {
      if (!mark.ok()) {
        double atX = x.at(mark.seconds());
        double atY = Double.isFinite(mark.millis()) ? y.at(mark.millis()) : Frame.TOP;
        path.append(Frame.point("M", atX - ARM, atY - ARM));
        path.append(Frame.point("L", atX + ARM, atY + ARM));
        path.append(Frame.point("M", atX - ARM, atY + ARM));
        path.append(Frame.point("L", atX + ARM, atY - ARM));
      }
    }
    return path.toString();
  }
}
