package chatload.render.chart;

import chatload.render.Element;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When things of several kinds happened: one line per kind, one mark per time, whose shape says
 * why; marks of one shape that would cover each other are one.
 *
 * @param id unique in the page
 * @param title short
 * @param description what can be seen, in words
 * @param xName name of the axis of seconds
 * @param endSeconds where the axis ends at least
 * @param kinds from top to bottom; those of one name share a line
 */
public record TimelineChart(
    String id,
    String title,
    String description,
    String xName,
    double endSeconds,
    List<Kind> kinds) {

  private static final double KEY = 84;

  public TimelineChart {
    kinds = List.copyOf(kinds);
  }

  /**
   * One kind.
   *
   * @param shape one for each why
   * @param seconds when, in any order
   */
  public record Kind(String name, String why, MarkShape shape, double[] seconds) {
    public Kind {
      seconds = seconds.clone();
    }

    @Override
    public double[] seconds() {
      return seconds.clone();
    }
  }

  public Element svg() {
    Map<MarkShape, String> whys = new TreeMap<>();
    kinds.forEach(kind -> whys.put(kind.shape(), kind.why()));
    List<String> names = kinds.stream().map(Kind::name).distinct().toList();
    int perRow = (int) (Frame.WIDTH / KEY);
    double top = 4 + BarChart.ROW * ((whys.size() + perRow - 1) / perRow);
    double bottom = top + BarChart.ROW * names.size() + 4;
    Element svg = Frame.svg(id, bottom + 40, title, description);
    int place = 0;
    for (Map.Entry<MarkShape, String> why : whys.entrySet()) {
      double left = 6 + KEY * (place % perRow);
      double middle = 4 + BarChart.ROW * (place / perRow + 0.5);
      svg.add(marks(why.getKey().at(left, middle)));
      svg.add(Frame.label(left + 10, middle + 4, "start", why.getValue()));
      place++;
    }
    Scale x = new LinearScale(endSeconds, BarChart.NAMES, Frame.RIGHT);
    Frame.addXAxis(svg, x, xName, BarChart.NAMES, top, bottom);
    double middle = top + BarChart.ROW / 2;
    for (String name : names) {
      svg.add(Frame.label(0, middle + 4, "start", name).with("class", "name"));
      for (Kind kind : kinds) {
        if (kind.name().equals(name)) {
          svg.add(marks(marks(kind, x, middle)));
        }
      }
      middle += BarChart.ROW;
    }
    return svg;
  }

  private static Element marks(String path) {
    return Element.of("path").with("class", "strokes").with("d", path);
  }

  private static String marks(Kind kind, Scale x, double middle) {
    StringBuilder path = new StringBuilder();
    Arrays.stream(kind.seconds())
        .mapToLong(seconds -> Math.round(x.at(seconds)))
        .sorted()
        .distinct()
        .forEach(at -> path.append(kind.shape().at(at, middle)));
    return path.toString();
  }
}
