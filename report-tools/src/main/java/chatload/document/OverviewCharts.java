package chatload.document;

import chatload.metric.Aggregate;
import chatload.metric.ChatTime;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.metric.Rounding;
import chatload.metric.Thresholds;
import chatload.metric.TimePhrase;
import chatload.records.ChatPoint;
import chatload.records.LoadOverTime;
import chatload.records.RecordedChats;
import chatload.records.Thinning;
import chatload.render.Drawing;
import chatload.render.Element;
import chatload.render.Nodes;
import chatload.render.chart.BarChart;
import chatload.render.chart.PointChart;
import chatload.render.chart.ScatterChart;
import chatload.render.chart.ShareChart;
import chatload.render.chart.StepChart;
import chatload.render.chart.TimelineChart;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.result.Summary;
import chatload.run.Outcome;
import chatload.words.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.commonmark.node.Node;

/** The charts of every scenario, for {@code OVERVIEW.html}. */
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
    byUsers().ifPresent(chart -> blocks.add(0, new Drawing(chart)));
    if (!blocks.isEmpty()) {
      blocks.add(0, Nodes.heading(2, wording.say(ChartPhrase.CHARTS)));
    }
    return blocks;
  }

  /** How times grow with the load; nothing where fewer than two loads can be compared. */
  private Optional<Element> byUsers() {
    List<ScenarioResult> measured =
        job.scenarios().stream()
            .filter(result -> result.manifest().isPresent())
            .filter(result -> result.evidence().get().chats().ok() > 0)
            .toList();
    if (measured.stream().map(OverviewCharts::users).distinct().count() < 2) {
      return Optional.empty();
    }
    Metric first = measured.get(0).manifest().get().thresholds().firstToken();
    if (measured.stream()
        .anyMatch(one -> one.manifest().get().thresholds().limit(first).isEmpty())) {
      return Optional.empty(); // their first tokens can't be compared
    }
    String title = wording.say(ChartPhrase.BY_USERS);
    String caption = wording.say(ChartPhrase.BY_USERS_MEANS);
    PointChart chart =
        new PointChart(
            "by-users",
            title,
            caption,
            wording.say(OverviewPhrase.USERS),
            wording.say(ChartPhrase.MILLIS),
            byUsers(measured, first),
            byUsers(measured, Metrics.P95_TOTAL));
    return Optional.of(
        Element.of("div").with("class", "charts").add(figure(title, chart.svg(), caption)));
  }

  private PointChart.Line byUsers(List<ScenarioResult> measured, Metric metric) {
    return new PointChart.Line(
        wording.say(metric.time()),
        measured.stream()
            .map(
                result ->
                    new PointChart.Point(
                        users(result),
                        result.evidence().get().chats().latencies().of(metric.time()).p95(),
                        limitMs(result.manifest().get().thresholds(), metric)))
            .toList());
  }

  private static int users(ScenarioResult result) {
    return result.manifest().orElseThrow().config().concurrency();
  }

  private static double limitMs(Thresholds limits, Metric metric) {
    return limits.limit(metric).orElseThrow().doubleValue();
  }

  private Element charts(ScenarioResult result) {
    RecordedChats chats = result.evidence().orElseThrow().chats();
    Thresholds limits = result.manifest().orElseThrow().thresholds();
    String name = result.scenario();
    Element charts = Element.of("div").with("class", "charts");
    for (ChatTime time : ChatTime.values()) {
      limits
          .limit(Aggregate.P95, time)
          .ifPresent(limit -> charts.add(scatter(name, chats, time, limit.doubleValue())));
    }
    return charts
        .add(shares(name, chats, limits))
        .add(load(name, chats))
        .add(outcomes(name, chats, result.summary().orElseThrow()));
  }

  private Element scatter(String scenario, RecordedChats chats, ChatTime time, double limitMs) {
    List<ChatPoint> points = chats.counting(time);
    Thinning thinning = Thinning.of(points);
    String title = wording.say(new TimePhrase(time, TimePhrase.Kind.PER_CHAT));
    int recorded = points.size();
    String caption =
        wording.say(
            time == ChatTime.TOTAL ? ChartPhrase.SCATTER : ChartPhrase.SCATTER_WITHOUT,
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
            scenario + "-" + time.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            scenario + ": " + title,
            caption,
            wording.say(ChartPhrase.START_SECONDS),
            wording.say(ChartPhrase.MILLIS),
            thinning.drawn().stream().map(OverviewCharts::mark).toList(),
            limitMs,
            limitName(limitMs));
    if (chart.below() > 0) {
      caption += wording.say(ChartPhrase.BELOW, Integer.toString(chart.below()));
    }
    return figure(title, chart.svg(), caption);
  }

  private static ScatterChart.Mark mark(ChatPoint point) {
    return new ScatterChart.Mark(point.startMs() / 1000, point.millis(), point.ok());
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
            curve(chats, limits.firstToken(), limits),
            curve(chats, Metrics.P95_TOTAL, limits));
    return figure(title, chart.svg(), caption);
  }

  private ShareChart.Curve curve(RecordedChats chats, Metric metric, Thresholds limits) {
    double limitMs = limitMs(limits, metric);
    Double p95Ms = chats.latencies().of(metric.time()).p95();
    return new ShareChart.Curve(
        wording.say(metric.time()),
        chats.millis(metric.time()),
        p95Ms == null ? Double.NaN : p95Ms,
        limitMs,
        limitName(limitMs));
  }

  private Element load(String scenario, RecordedChats chats) {
    LoadOverTime load = LoadOverTime.of(chats.points(ChatTime.TOTAL));
    String title = wording.say(ChartPhrase.LOAD);
    String caption =
        wording.say(ChartPhrase.LOAD_MEANS, ReadableDuration.of(load.stepMs(), wording));
    StepChart chart =
        new StepChart(
            scenario + "-load",
            scenario + ": " + title,
            caption,
            wording.say(ChartPhrase.SECONDS),
            load.stepMs() / 1000,
            new StepChart.Line(wording.say(ChartPhrase.IN_FLIGHT), load.inFlight()),
            new StepChart.Line(wording.say(OverviewPhrase.THROUGHPUT), load.okPerSecond()));
    return figure(title, chart.svg(), caption);
  }

  private Element outcomes(String scenario, RecordedChats chats, Summary summary) {
    Element both = Element.of("div").with("class", "pair").add(bars(scenario, summary));
    Optional<Element> timeline = timeline(scenario, chats);
    timeline.ifPresent(both::add);
    String caption = wording.say(ChartPhrase.BARS, summary.totals().requests().toString());
    if (timeline.isPresent()) {
      caption += wording.say(ChartPhrase.STROKES);
    }
    return figure(wording.say(OverviewPhrase.OUTCOMES), both, caption).with("class", "wide");
  }

  /** Nothing where no recorded chat failed. */
  private Optional<Element> timeline(String scenario, RecordedChats chats) {
    Map<Outcome, DoubleStream.Builder> seconds = new EnumMap<>(Outcome.class);
    double end = 0;
    for (ChatPoint chat : chats.points(ChatTime.TOTAL)) {
      end = Math.max(end, chat.startMs() / 1000);
      if (!chat.ok()) {
        seconds
            .computeIfAbsent(chat.outcome(), outcome -> DoubleStream.builder())
            .add(chat.startMs() / 1000);
      }
    }
    if (seconds.isEmpty()) {
      return Optional.empty();
    }
    List<TimelineChart.Kind> kinds = new ArrayList<>();
    seconds.forEach(
        (outcome, when) ->
            kinds.add(new TimelineChart.Kind(outcome.name(), when.build().toArray())));
    String title = wording.say(ChartPhrase.FAILURES_OVER_TIME);
    return Optional.of(
        new TimelineChart(
                scenario + "-failures",
                scenario + ": " + title,
                title,
                wording.say(ChartPhrase.START_SECONDS),
                end,
                kinds)
            .svg());
  }

  private Element bars(String scenario, Summary summary) {
    String title = wording.say(OverviewPhrase.OUTCOMES);
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
    return new BarChart(scenario + "-outcomes", scenario + ": " + title, caption, bars).svg();
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

  private static Element figure(String title, Element drawing, String caption) {
    return Element.of("figure")
        .add(Element.of("h4").text(title))
        .add(drawing)
        .add(Element.of("figcaption").text(caption));
  }
}
