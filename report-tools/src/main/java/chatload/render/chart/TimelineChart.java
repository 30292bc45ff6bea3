package chatload.render.chart;

import chatload.render.Element;
import java.util.Arrays;
import java.util.List;

/**
 * When things of several kinds happened: one line per kind, one stroke per time; strokes that would
 * cover each other are one.
 *
 * @param id unique in the page
 * @param title short
 * @param description what can be seen, in words
 * @param xName name of the axis of seconds
 * @param endSeconds where the axis ends at least
 * @param kinds from top to bottom
 */
public record TimelineChart(
    String id,
    String title,
    String description,
    String xName,
    double endSeconds,
    List<Kind> kinds) {

  private static final double HALF = 7;

  public TimelineChart {
    kinds = List.copyOf(kinds);
  }

  /**
   * One kind.
   *
   * @param seconds when, in any order
   */
  public record Kind(String name, double[] seconds) {
    public Kind {
      seconds = seconds.clone();
    }

    @Override
    public double[] seconds() {
      return seconds.clone();
    }
  }

  public Element svg() {
    double bottom = BarChart.ROW * kinds.size() + 8;
    Element svg = Frame.svg(id, bottom + 40, title, description);
    Scale x = new LinearScale(endSeconds, BarChart.NAMES, Frame.RIGHT);
    Frame.addXAxis(svg, x, xName, BarChart.NAMES, 4, bottom);
    double y = 4;
    for (Kind kind : kinds) {
      svg.add(Frame.label(0, y + 17, "start", kind.name()).with("class", "name"));
      svg.add(
          Element.of("path")
              .with("class", "strokes")
              .with("d", strokes(kind, x, y + BarChart.ROW / 2)));
      y += BarChart.ROW;
    }
    return svg;
  }

  private static String strokes(Kind kind, Scale x, double middle) {
    StringBuilder path = new StringBuilder();
    Arrays.stream(kind.seconds())
        .mapToLong(seconds -> Math.round(x.at(seconds)))
        .sorted()
        .distinct()
        .forEach(
            at ->
                path.append(Frame.point("M", at, middle - HALF))
                    .append(Frame.point("L", at, middle + HALF)));
    return path.toString();
  }
}
