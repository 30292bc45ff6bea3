package chatload.render.chart;

import chatload.render.Element;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Two figures over a third one, each as points joined by a line, dashed for the first and whole for
 * the second, with the limit of each point as a short stroke.
 *
 * @param id unique in the page
 * @param title short
 * @param description what can be seen, in words
 * @param xName name of the axis across, which begins at 0
 * @param yName name of the axis of milliseconds
 * @param first with at least one point
 * @param second with at least one point
 */
public record PointChart(
    String id,
    String title,
    String description,
    String xName,
    String yName,
    Line first,
    Line second) {

  /** Half of a limit's stroke. */
  private static final double ARM = 14;

  /** Between the outermost points and the edges. */
  private static final double ROOM = 1.2;

  /**
   * One figure.
   *
   * @param points in any order
   */
  public record Line(String name, List<Point> points) {
    public Line {
      points = points.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
    }
  }

  /** A value in milliseconds and its limit. */
  public record Point(double x, double millis, double limitMs) {}

  public Element svg() {
    double most = points().mapToDouble(Point::x).max().orElse(0);
    Scale x = new LinearScale(most * ROOM, Frame.LEFT, Frame.RIGHT);
    Scale y =
        new LogScale(
            millis().min().orElse(1) / ROOM,
            millis().max().orElse(1) * ROOM,
            Frame.BOTTOM,
            Frame.TOP);
    Element svg = Frame.svg(id, Frame.HEIGHT, title, description);
    Frame.addYAxis(svg, y, yName);
    Frame.addXAxis(svg, x, xName);
    addLine(svg, x, y, first, "curve-1");
    addLine(svg, x, y, second, "curve-2");
    svg.add(Frame.label(Frame.RIGHT, 12, "end", second.name()).with("class", "curve-2-name"));
    svg.add(
        Frame.label((Frame.LEFT + Frame.RIGHT) / 2, 12, "middle", first.name())
            .with("class", "curve-1-name"));
    return svg;
  }

  private Stream<Point> points() {
    return Stream.of(first, second).flatMap(line -> line.points().stream());
  }

  private DoubleStream millis() {
    return points().flatMapToDouble(point -> DoubleStream.of(point.millis(), point.limitMs()));
  }

  private static void addLine(Element svg, Scale x, Scale y, Line line, String look) {
    StringBuilder path = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    for (Point point : line.points()) {
      double atX = x.at(point.x());
      double atY = y.at(point.millis());
      double limit = y.at(point.limitMs());
      path.append(Frame.point(path.isEmpty() ? "M" : "L", atX, atY));
      dots.append(Frame.point("M", atX, atY)).append("h0");
      svg.add(Frame.line("bound", atX - ARM, limit, atX + ARM, limit));
    }
    svg.add(Element.of("path").with("class", look).with("d", path.toString()));
    svg.add(Element.of("path").with("class", look + "-p95").with("d", dots.toString()));
  }
}
