package chatload.document;

import chatload.metric.Rounding;
import chatload.render.Drawing;
import chatload.render.Element;
import chatload.render.Nodes;
import chatload.render.chart.BarChart;
import chatload.render.chart.ScatterChart;
import chatload.render.chart.ShareChart;
import chatload.run.ChatPoint;
import chatload.run.ChatTime;
import chatload.run.Outcome;
import chatload.run.RecordedChats;
import chatload.run.Thresholds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** Four charts per scenario, for {@code OVERVIEW.html}. */
final class OverviewCharts {

  private final JobResult job;
  private final Wording wording;

  OverviewCharts(JobResult job, Wording wording) {
    this.job = job;
    this.wording = wording;
  }

  List<Node> blocks() {
    List<Node> blocks = new ArrayList<>();
    for (ScenarioResult result : job.scenarios()) {
      if (result.manifest().isPresent()) {
        blocks.add(Nodes.heading(3, result.scenario()));
        blocks.add(new Drawing(charts(result)));
      }
    }
    if (!blocks.isEmpty()) {
      blocks.add(0, Nodes.heading(2, wording.say(ChartPhrase.CHARTS)));
    }
    return blocks;
  }

  private Element charts(ScenarioResult result) {
    RecordedChats chats = result.evidence().orElseThrow().chats();
    Thresholds limits = result.manifest().orElseThrow().thresholds();
    String name = result.scenario();
    return Element.of("div")
        .with("class", "charts")
        .add(scatter(name, chats, ChatTime.FIRST_TOKEN, limits.maxP95FirstTokenMs()))
        .add(scatter(name, chats, ChatTime.TOTAL, limits.maxP95TotalMs()))
        .add(shares(name, chats, limits))
        .add(bars(name, result.summary().orElseThrow()));
  }

  private Element scatter(String scenario, RecordedChats chats, ChatTime time, double limitMs) {
    boolean first = time == ChatTime.FIRST_TOKEN;
    Thinning thinning = Thinning.of(chats.points(), time);
    String title =
        wording.say(first ? ChartPhrase.FIRST_TOKEN_OVER_TIME : ChartPhrase.TOTAL_OVER_TIME);
    int recorded = chats.points().size();
    String caption =
        wording.say(
            first ? ChartPhrase.SCATTER_FIRST_TOKEN : ChartPhrase.SCATTER,
            Integer.toString(recorded),
            Integer.toString(chats.ok()),
            Integer.toString(recorded - chats.ok()));
    if (thinning.inARow() > 1) {
      caption +=
          wording.say(
              ChartPhrase.THINNED,
              Integer.toString(thinning.drawn().size()),
              Integer.toString(thinning.inARow()));
    }
    ScatterChart chart =
        new ScatterChart(
            scenario + (first ? "-first-token" : "-total"),
            scenario + ": " + title,
            caption,
            wording.say(ChartPhrase.START_SECONDS),
            wording.say(ChartPhrase.MILLIS),
            thinning.drawn().stream().map(point -> mark(point, time)).toList(),
            limitMs,
            limitName(limitMs));
    return figure(title, chart.svg(), caption);
  }

  private static ScatterChart.Mark mark(ChatPoint point, ChatTime time) {
    return new ScatterChart.Mark(point.startMs() / 1000, point.millis(time), point.ok());
  }

  private Element shares(String scenario, RecordedChats chats, Thresholds limits) {
    String title = wording.say(ChartPhrase.DISTRIBUTION);
    String caption = wording.say(ChartPhrase.SHARES, Integer.toString(chats.ok()));
    ShareChart chart =
        new ShareChart(
            scenario + "-distribution",
            scenario + ": " + title,
            caption,
            wording.say(ChartPhrase.MILLIS),
            wording.say(ChartPhrase.SHARE),
            new ShareChart.Curve(
                wording.say(ChartPhrase.FIRST_TOKEN),
                chats.firstTokenMs(),
                limits.maxP95FirstTokenMs(),
                limitName(limits.maxP95FirstTokenMs())),
            new ShareChart.Curve(
                wording.say(ChartPhrase.TOTAL),
                chats.totalMs(),
                limits.maxP95TotalMs(),
                limitName(limits.maxP95TotalMs())));
    return figure(title, chart.svg(), caption);
  }

  private Element bars(String scenario, Summary summary) {
    String title = wording.say(ChartPhrase.OUTCOMES);
    int planned = summary.totals().requests();
    String caption = wording.say(ChartPhrase.BARS, Integer.toString(planned));
    List<BarChart.Bar> bars = new ArrayList<>();
    summary
        .outcomes()
        .forEach(
            (outcome, count) ->
                bars.add(
                    new BarChart.Bar(
                        outcome,
                        count,
                        count + " (" + percent(count, planned) + ")",
                        outcome.equals(Outcome.OK.name()))));
    BarChart chart = new BarChart(scenario + "-outcomes", scenario + ": " + title, caption, bars);
    return figure(title, chart.svg(), caption);
  }

  /** 100% only for all and 0% only for none. */
  private static String percent(int count, int planned) {
    BigDecimal exact =
        BigDecimal.valueOf(100L * count).divide(BigDecimal.valueOf(planned), 7, RoundingMode.FLOOR);
    BigDecimal rounded =
        Rounding.beside(exact, count == planned ? BigDecimal.ZERO : BigDecimal.valueOf(100), 1);
    return Rounding.plain(
                rounded.signum() == 0 && count > 0
                    ? Rounding.beside(exact, BigDecimal.ZERO, 1)
                    : rounded)
            .toPlainString()
        + "%";
  }

  private String limitName(double limitMs) {
    return wording.say(ChartPhrase.LIMIT, Rounding.plain(limitMs).toPlainString());
  }

  private static Element figure(String title, Element svg, String caption) {
    return Element.of("figure")
        .add(Element.of("h4").text(title))
        .add(svg)
        .add(Element.of("figcaption").text(caption));
  }
}
