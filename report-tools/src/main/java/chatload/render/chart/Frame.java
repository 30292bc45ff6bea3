package chatload.render.chart;

import chatload.render.Coordinate;
import chatload.render.Element;
import java.math.BigDecimal;
import java.math.MathContext;

/** What all charts have: a drawing with title and description, axes, grid lines and their names. */
final class Frame {

  static final double WIDTH = 440;
  static final double HEIGHT = 250;
  static final double LEFT = 50;
  static final double RIGHT = WIDTH - 22;
  static final double TOP = 24;
  static final double BOTTOM = HEIGHT - 40;

  /** Width of a digit, about. */
  private static final double DIGIT = 7;

  private Frame() {}

  /**
   * An empty drawing.
   *
   * @param id unique in the page
   * @param title short, for screen readers
   * @param description in words what can be seen
   */
  static Element svg(String id, double height, String title, String description) {
    return Element.of("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("viewBox", "0 0 " + Coordinate.of(WIDTH) + " " + Coordinate.of(height))
        .with("role", "img")
        .with("aria-labelledby", id + "-t " + id + "-d")
        .add(Element.of("title").with("id", id + "-t").text(title))
        .add(Element.of("desc").with("id", id + "-d").text(description));
  }

  static void addXAxis(Element svg, Scale x, String name) {
    addXAxis(svg, x, name, LEFT, TOP, BOTTOM);
  }

  static void addXAxis(Element svg, Scale x, String name, double left, double top, double bottom) {
    double free = 0;
    for (double tick : x.ticks()) {
      double at = x.at(tick);
      double half = number(tick).length() * DIGIT / 2;
      svg.add(line("grid", at, top, at, bottom));
      if (at - half >= free) {
        svg.add(label(at, bottom + 16, "middle", number(tick)));
        free = at + half + DIGIT;
      }
    }
    svg.add(line("axis", left, bottom, RIGHT, bottom));
    svg.add(label(RIGHT, bottom + 34, "end", name));
  }

  static void addYAxis(Element svg, Scale y, String name) {
    for (double tick : y.ticks()) {
      addYTick(svg, y, tick, number(tick));
    }
    svg.add(line("axis", LEFT, TOP, LEFT, BOTTOM));
    svg.add(label(4, 12, "start", name));
  }

  static void addYTick(Element svg, Scale y, double tick, String name) {
    svg.add(line("grid", LEFT, y.at(tick), RIGHT, y.at(tick)));
    svg.add(label(LEFT - 6, y.at(tick) + 4, "end", name));
  }

  static Element line(String look, double x1, double y1, double x2, double y2) {
    return Element.of("path")
        .with("class", look)
        .with("d", point("M", x1, y1) + point("L", x2, y2));
  }

  static Element label(double x, double y, String anchor, String text) {
    return Element.of("text").with("x", x).with("y", y).with("text-anchor", anchor).text(text);
  }

  static String point(String command, double x, double y) {
    return command + Coordinate.of(x) + " " + Coordinate.of(y);
  }

  private static String number(double tick) {
    BigDecimal plain = BigDecimal.valueOf(tick).round(MathContext.DECIMAL32).stripTrailingZeros();
    return plain.toPlainString();
  }
}
