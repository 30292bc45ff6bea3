package chatload.render.chart;

import chatload.render.Element;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Two figures over time, each as the mean of every step: a dashed line for the first, a whole one
 * for the second, and what was planned of the first as a thin one. All are on one axis, which
 * begins at 0.
 *
 * @param id unique in the page
 * @param title short
 * @param description what can be seen, in words
 * @param xName name of the axis of seconds
 * @param stepSeconds length of a step
 * @param first drawn dashed, named on the left
 * @param second drawn whole, named on the right
 * @param planned drawn thin, named in the middle
 */
public record StepChart(
    String id,
    String title,
    String description,
    String xName,
    double stepSeconds,
    Line first,
    Line second,
    Line planned) {

  private static final double MIDDLE = 225;

  /**
   * One line.
   *
   * @param means of every step, from the start on
   */
  public record Line(String name, double[] means) {
    public Line {
      means = means.clone();
    }

    @Override
    public double[] means() {
      return means.clone();
    }

    private double most() {
      return Arrays.stream(means).max().orElse(0);
    }
  }

  public Element svg() {
    int steps = Math.max(first.means().length, second.means().length);
    Scale x = new LinearScale(steps * stepSeconds, Frame.LEFT, Frame.RIGHT);
    Scale y = new LinearScale(most(), Frame.BOTTOM, Frame.TOP);
    Element svg = Frame.svg(id, Frame.HEIGHT, title, description);
    Frame.addYAxis(svg, y, "");
    Frame.addXAxis(svg, x, xName);
    addLine(svg, x, y, planned, "planned");
    addLine(svg, x, y, first, "curve-1");
    addLine(svg, x, y, second, "curve-2");
    svg.add(Frame.label(4, 12, "start", first.name()).with("class", "curve-1-name"));
    svg.add(Frame.label(Frame.RIGHT, 12, "end", second.name()).with("class", "curve-2-name"));
    svg.add(Frame.label(MIDDLE, 12, "middle", planned.name()).with("class", "planned-name"));
    return svg;
  }

  private double most() {
    return Stream.of(first, second, planned).mapToDouble(Line::most).max().orElseThrow();
  }

  private void addLine(Element svg, Scale x, Scale y, Line line, String look) {
    StringBuilder path = new StringBuilder();
    double[] means = line.means();
    for (int i = 0; i < means.length; i++) {
      path.append(Frame.point(i == 0 ? "M" : "L", x.at(i * stepSeconds), y.at(means[i])));
      path.append(Frame.point("L", x.at((i + 1) * stepSeconds), y.at(means[i])));
    }
    if (!path.isEmpty()) {
      svg.add(Element.of("path").with("class", look).with("d", path.toString()));
    }
  }
}
