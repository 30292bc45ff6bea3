package chatload.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.render.Element;
import chatload.render.chart.BarChart.Bar;
import chatload.render.chart.ScatterChart.Mark;
import chatload.render.chart.ShareChart.Curve;
import chatload.run.Cause;
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
                    List.of(
                        new TimelineChart.Kind(
                            "EMPTY", "<model>", MarkShape.STROKE, new double[] {5, 5.001, 0}),
                        new TimelineChart.Kind(
                            "EMPTY", "network", MarkShape.CROSS, new double[] {5})))
                .svg());
    assertThat(paths(svg, "strokes"))
        .as("the keys of two shapes, then one line with both")
        .containsExactly(
            MarkShape.STROKE.at(6, 17),
            MarkShape.CROSS.at(90, 17),
            MarkShape.STROKE.at(178, 43) + MarkShape.STROKE.at(298, 43),
            MarkShape.CROSS.at(298, 43));
    assertThat(svg.getDocumentElement().getTextContent()).contains("<model>", "network");
  }

  @Test
  void no_two_shapes_are_drawn_alike() {
    assertThat(MarkShape.values()).extracting(shape -> shape.at(0, 0)).doesNotHaveDuplicates();
    assertThat(MarkShape.values()).hasSameSizeAs(Cause.values());
  }

  @Test
  void a_step_is_as_long_as_its_mean_holds() throws Exception {
    StepChart.Line first = new StepChart.Line("a", new double[] {0, 10});
    StepChart.Line none = new StepChart.Line("b", new double[0]);
    StepChart.Line plan = new StepChart.Line("c", new double[] {20, 20});
    Document svg = parse(new StepChart("i", "t", "d", "x", 5, first, none, plan).svg());
    assertThat(path(svg, "curve-1")).isEqualTo("M50 210L234 210L234 117L418 117");
    assertThat(path(svg, "planned")).isEqualTo("M50 24L234 24L234 24L418 24");
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
    double[] heights = heights(curve);
    assertThat(heights[0]).isEqualTo(Frame.BOTTOM);
    assertThat(heights[heights.length - 1]).isEqualTo(Frame.TOP + 30);
    for (int i = 1; i < heights.length; i++) {
      assertThat(heights[i]).isLessThanOrEqualTo(heights[i - 1]);
    }
  }

  @Test
  void a_band_is_as_wide_as_it_is_told_and_ends_at_none_and_all() throws Exception {
    String band = path(parse(shares(new double[] {100, 200}, new double[0])), "band-1");
    double[] heights = heights(band.replace("Z", ""));
    double all = Frame.TOP + 30;
    double half = (Frame.BOTTOM + all) / 2;
    double quarter = (Frame.BOTTOM - all) / 4;
    assertThat(heights[1]).as("before all times").isEqualTo(Frame.BOTTOM - quarter);
    assertThat(heights).contains(half - quarter, half + quarter);
    assertThat(heights).contains(all, all + quarter);
    assertThat(Arrays.stream(heights)).allMatch(at -> at >= all);
    assertThat(path(parse(shares(new double[0], new double[0])), "band-1")).isNull();
  }

  @Test
  void a_chart_without_a_limit_has_no_line_for_it() throws Exception {
    ScatterChart chart =
        new ScatterChart(
            "i", "t", "d", "x", "y", List.of(new Mark(0, 90, true)), Double.NaN, "limit");
    Document svg = parse(chart.svg());
    assertThat(path(svg, "limit")).isNull();
    assertThat(path(svg, "dots")).isEqualTo("M56 131.1h0");
    assertThat(svg.getDocumentElement().getTextContent()).doesNotContain("limit", "NaN");
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
            new Curve("first", shorter, 0.25, p95(shorter), 1000, "limit"),
            new Curve("total", longer, 0.25, p95(longer), 5000, "limit"))
        .svg();
  }

  private static double p95(double[] times) {
    return Arrays.stream(times).max().orElse(Double.NaN);
  }

  private static double[] heights(String path) {
    return Arrays.stream(path.substring(1).split("[ML]"))
        .mapToDouble(point -> Double.parseDouble(point.split(" ")[1]))
        .toArray();
  }

  private static List<String> paths(Document svg, String look) {
    NodeList paths = svg.getElementsByTagName("path");
    return IntStream.range(0, paths.getLength())
        .filter(i -> attribute(paths, i, "class").equals(look))
        .mapToObj(i -> attribute(paths, i, "d"))
        .toList();
  }

  private static String path(Document svg, String look) {
    return paths(svg, look).stream().findFirst().orElse(null);
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
