package chatload.render.chart;

import chatload.render.Element;
import java.util.List;

/**
 * One bar per way in which chats ended, each with its name and count, so that no colour is needed.
 *
 * @param id unique in the page
 * @param title short
 * @param description what can be seen, in words
 * @param bars from top to bottom
 */
public record BarChart(String id, String title, String description, List<Bar> bars) {

  static final double ROW = 26;
  static final double NAMES = 178;
  private static final double COUNTS = 110;

  /** A bar that stands for something can be seen. */
  private static final double SHORTEST = 2;

  public BarChart {
    bars = List.copyOf(bars);
  }

  /**
   * One bar.
   *
   * @param count chats, at least 0
   * @param note what to write behind it
   */
  public record Bar(String name, int count, String note, boolean good) {}

  public Element svg() {
    Element svg = Frame.svg(id, ROW * bars.size() + 8, title, description);
    int most = Math.max(1, bars.stream().mapToInt(Bar::count).max().orElse(1));
    double room = Frame.WIDTH - NAMES - COUNTS;
    double y = 4;
    for (Bar bar : bars) {
      double length = bar.count() == 0 ? 0 : Math.max(SHORTEST, room * bar.count() / most);
      svg.add(Frame.label(0, y + 17, "start", bar.name()).with("class", "name"));
      svg.add(
          Element.of("rect")
              .with("class", bar.good() ? "bar-ok" : "bar-bad")
              .with("x", NAMES)
              .with("y", y + 4)
              .with("width", length)
              .with("height", ROW - 8));
      svg.add(Frame.label(NAMES + length + 6, y + 17, "start", bar.note()));
      y += ROW;
    }
    return svg;
  }
}
