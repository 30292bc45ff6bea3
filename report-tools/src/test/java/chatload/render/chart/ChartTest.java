package chatload.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.render.Element;
import chatload.render.chart.BarChart.Bar;
import chatload.render.chart.ScatterChart.Mark;
import chatload.render.chart.ShareChart.Curve;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {

  @Test
  void ok_chats_are_dots_and_failed_ones_crosses() throws Exception {
    Document svg =
        parse(
            scatter(
                List.of(
                    new Mark(0, 500, true),
                    new Mark(1, 600, true),
                    new Mark(2, 700, false),
                    new Mark(3, Double.NaN, false),
                    new Mark(1, Double.NaN, true))));
    assertThat(path(svg, "dots").split("h0", -1)).hasSize(2 + 1);
    assertThat(path(svg, "crosses").split("M", -1)).hasSize(1 + 2 * 2);
    assertThat(path(svg, "crosses"))
        .as("without a time: at the upper edge")
        .contains("M414.5 20.5");
  }

  @Test
  void the_limit_is_drawn_where_the_axis_has_it() throws Exception {
    Document svg = parse(scatter(List.of(new Mark(0, 500, true))));
    assertThat(svg.getDocumentElement().getTextContent()).contains("limit <2000>");
    assertThat(path(svg, "limit")).matches("M50 ([\\d.]+)L418 \\1");
  }

  @Test
  void points_are_joined_in_the_order_of_their_axis_each_with_its_limit() throws Exception {
    PointChart.Line first =
        new PointChart.Line(
            "<first>",
            List.of(new PointChart.Point(10, 900, 2000), new PointChart.Point(5, 300, 1000)));
    PointChart.Line second =
        new PointChart.Line("second", List.of(new PointChart.Point(5, 4000, 5000)));
    Document svg = parse(new PointChart("i", "t", "d", "x", "y", first, second).svg());
    assertThat(path(svg, "curve-1")).matches("M203\\.3 [\\d.]+L356\\.7 [\\d.]+");
    assertThat(path(svg, "curve-1-p95").split("h0", -1)).hasSize(2 + 1);
    assertThat(path(svg, "curve-2-p95").split("h0", -1)).hasSize(1 + 1);
    assertThat(path(svg, "bound")).as("the leftmost one").startsWith("M189.3 ");
    assertThat(svg.getDocumentElement().getTextContent()).contains("<first>", "second");
  }

  @Test
  void refusals_after_a_millisecond_do_not_stretch_the_axis() throws Exception {
    List<Mark> marks =
        List.of(new Mark(0, 500, true), new Mark(1, 1, false), new Mark(2, 900, false));
    ScatterChart chart = new ScatterChart("i", "t", "d", "x", "y", marks, 2000, "limit");
    assertThat(chart.below()).isEqualTo(1);
    Document svg = parse(chart.svg());
    assertThat(path(svg, "crosses")).contains("L" + (50 + 6 + 181 + 3.5) + " 213.5");
    assertThat(svg.getDocumentElement().getTextContent()).contains("200").doesNotContain("100 ");

    List<Mark> refused = List.of(new Mark(0, 1, false));
    assertThat(new ScatterChart("i", "t", "d", "x", "y", refused, 2000, "limit").below()).isZero();
  }

  @Test
  void the_p95_is_marked_where_its_curve_meets_the_line() throws Exception {
    Document svg = parse(shares(new double[] {100, 200}, new double[] {900}));
    String line = path(svg, "p95").replaceAll(".* ", "");
    assertThat(path(svg, "curve-1-p95")).endsWith(" " + line + "h0");
    assertThat(svg.getDocumentElement().getTextContent())
        .contains("100%", "95%", "P95 200.0 ms", "P95 900.0 ms");
  }

  @Test
  void things_that_happened_at_one_time_are_one_stroke() throws Exception {
    Document svg =
        parse(
            new TimelineChart(
                    "i",
                    "t",
                    "d",
                    "x",
                    10,
                    List.of(new TimelineChart.Kind("EMPTY", new double[] {5, 5.001, 0})))
                .svg());
    assertThat(path(svg, "strokes")).isEqualTo("M178 10L178 24M298 10L298 24");
  }

  @Test
  void a_step_is_as_long_as_its_mean_holds() throws Exception {
    StepChart.Line first = new StepChart.Line("a", new double[] {0, 10});
    StepChart.Line none = new StepChart.Line("b", new double[0]);
    Document svg = parse(new StepChart("i", "t", "d", "x", 5, first, none).svg());
    assertThat(path(svg, "curve-1")).isEqualTo("M50 210L234 210L234 24L418 24");
    assertThat(path(svg, "curve-2")).isNull();
  }

  @Test
  void a_chart_of_nothing_is_a_chart() throws Exception {
    assertThat(path(parse(scatter(List.of())), "limit")).isNotEmpty();
    assertThat(path(parse(scatter(List.of())), "dots")).isNull();
    Document shares = parse(shares(new double[0], new double[0]));
    assertThat(path(shares, "limit")).isNotEmpty();
    assertThat(path(shares, "curve-1")).isNull();
    assertThat(parse(new BarChart("i", "t", "d", List.of()).svg())).isNotNull();
  }

  @Test
  void a_curve_rises_to_the_end_whatever_the_order_of_its_values() throws Exception {
    String curve = path(parse(shares(new double[] {300, 100, 200}, new double[] {900})), "curve-1");
    assertThat(curve)
        .isEqualTo(
            path(parse(shares(new double[] {100, 200, 300}, new double[] {900})), "curve-1"));
    double[] heights =
        Arrays.stream(curve.substring(1).split("[ML]"))
            .mapToDouble(point -> Double.parseDouble(point.split(" ")[1]))
            .toArray();
    assertThat(heights[0]).isEqualTo(Frame.BOTTOM);
    assertThat(heights[heights.length - 1]).isEqualTo(Frame.TOP + 30);
    for (int i = 1; i < heights.length; i++) {
      assertThat(heights[i]).isLessThanOrEqualTo(heights[i - 1]);
    }
  }

  @Test
  void of_very_many_values_the_curve_has_as_many_steps_as_can_be_told_apart() {
    assertThat(ShareChart.ranks(3)).containsExactly(1, 2, 3);
    assertThat(ShareChart.ranks(1_000_000)).hasSize(200).endsWith(1_000_000).startsWith(5000);
  }

  @Test
  void a_bar_that_stands_for_something_can_be_seen() throws Exception {
    Document svg =
        parse(
            new BarChart(
                    "i",
                    "t",
                    "d",
                    List.of(
                        new Bar("OK", 1_000_000, "all", true),
                        new Bar("EMPTY", 1, "1", false),
                        new Bar("NONE", 0, "0", false)))
                .svg());
    NodeList bars = svg.getElementsByTagName("rect");
    assertThat(IntStream.range(0, 3).mapToObj(i -> attribute(bars, i, "width")))
        .containsExactly("152", "2", "0");
  }

  private static Element scatter(List<Mark> marks) {
    return new ScatterChart("i", "t", "d", "x", "y", marks, 2000, "limit <2000>").svg();
  }

  private static Element shares(double[] shorter, double[] longer) {
    return new ShareChart(
            "i",
            "t",
            "d",
            "x",
            "y",
            new Curve("first", shorter, p95(shorter), 1000, "limit"),
            new Curve("total", longer, p95(longer), 5000, "limit"))
        .svg();
  }

  private static double p95(double[] times) {
    return Arrays.stream(times).max().orElse(Double.NaN);
  }

  private static String path(Document svg, String look) {
    NodeList paths = svg.getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      if (attribute(paths, i, "class").equals(look)) {
        return attribute(paths, i, "d");
      }
    }
    return null;
  }

  private static String attribute(NodeList nodes, int index, String name) {
    return nodes.item(index).getAttributes().getNamedItem(name).getNodeValue();
  }

  private static Document parse(Element svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg.toString())));
  }
}
