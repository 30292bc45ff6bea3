package chatload.document.chart;

import chatload.confidence.Band;
import chatload.metric.Aggregate;
import chatload.metric.ChatTime;
import chatload.metric.Figures;
import chatload.metric.LatencySummary;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.metric.Thresholds;
import chatload.metric.TimePhrase;
import chatload.records.ChatPoint;
import chatload.records.RecordedChats;
import chatload.records.Thinning;
import chatload.render.Element;
import chatload.render.chart.ScatterChart;
import chatload.render.chart.ShareChart;
import chatload.result.ScenarioResult;
import chatload.words.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long the chats of a scenario took: each of them over time, and all together. */
final class TimeCharts {

  private final String scenario;
  private final RecordedChats chats;
  private final Thresholds limits;
  private final Wording wording;

  TimeCharts(ScenarioResult result, Wording wording) {
    this.scenario = result.scenario();
    this.chats = result.evidence().orElseThrow().chats();
    this.limits = result.manifest().orElseThrow().thresholds();
    this.wording = wording;
  }

  List<Element> figures() {
    List<Element> figures = new ArrayList<>();
    for (ChatTime time : ChatTime.values()) {
      Optional<BigDecimal> limit = limits.limit(Aggregate.P95, time);
      limit.ifPresent(millis -> figures.add(times(time, millis.doubleValue())));
    }
    figures.add(shares());
    gaps().ifPresent(figures::add);
    return figures;
  }

  private Element times(ChatTime time, double limitMs) {
    List<ChatPoint> points = chats.counting(time);
    String caption =
        counted(time == ChatTime.TOTAL ? ChartPhrase.SCATTER : ChartPhrase.SCATTER_WITHOUT, points);
    LatencySummary summary = chats.latencies().of(time);
    String said =
        summary.n() == 0
            ? ""
            : wording.say(
                ChartPhrase.TIMES_SAID,
                Figures.millis(summary.p50()),
                Figures.millis(summary.p95()),
                Figures.millis(summary.max()));
    return scatter(
        time.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        wording.say(new TimePhrase(time, TimePhrase.Kind.PER_CHAT)),
        caption,
        said + limitName(limitMs) + ".",
        points,
        limitMs);
  }

  /** Nothing where no reply had two pieces. */
  private Optional<Element> gaps() {
    List<ChatPoint> points =
        chats.gaps().stream().filter(chat -> Double.isFinite(chat.millis())).toList();
    return points.stream()
        .max(Comparator.comparingDouble(ChatPoint::millis))
        .map(
            longest ->
                scatter(
                    "gaps",
                    wording.say(ChartPhrase.GAPS),
                    counted(ChartPhrase.GAPS_MEANS, points),
                    wording.say(
                        ChartPhrase.LONGEST_SAID,
                        Figures.millis(longest.millis()),
                        Figure.rounded(longest.startMs() / 1000)),
                    points,
                    Double.NaN));
  }

  private String counted(ChartPhrase phrase, List<ChatPoint> points) {
    long ok = points.stream().filter(ChatPoint::ok).count();
    return wording.say(
        phrase, Integer.toString(points.size()), Long.toString(ok), "" + (points.size() - ok));
  }

  private Element scatter(
      String id,
      String title,
      String counted,
      String said,
      List<ChatPoint> points,
      double limitMs) {
    Thinning thinning = Thinning.of(points);
    String caption = counted;
    if (thinning.inARow() > 1) {
      caption +=
          wording.say(
              ChartPhrase.THINNED,
              Integer.toString(thinning.drawn().size()),
              Integer.toString(thinning.inARow()));
    }
    ScatterChart chart =
        new ScatterChart(
            scenario + "-" + id,
            scenario + ": " + title,
            caption + " " + said,
            wording.say(ChartPhrase.START_SECONDS),
            wording.say(ChartPhrase.MILLIS),
            thinning.drawn().stream().map(TimeCharts::mark).toList(),
            limitMs,
            limitName(limitMs));
    if (chart.below() > 0) {
      caption += wording.say(ChartPhrase.BELOW, Integer.toString(chart.below()));
    }
    return Figure.of(title, chart.svg(), caption);
  }

  private static ScatterChart.Mark mark(ChatPoint point) {
    return new ScatterChart.Mark(point.startMs() / 1000, point.millis(), point.ok());
  }

  private Element shares() {
    String title = wording.say(ChartPhrase.DISTRIBUTION);
    Metric first = limits.firstToken();
    Band shorter = Band.of(chats.points(first.time()));
    Band longer = Band.of(chats.points(ChatTime.TOTAL));
    String caption = wording.say(ChartPhrase.SHARES, Integer.toString(chats.ok()));
    if (chats.ok() > 0) {
      caption += wording.say(ChartPhrase.BAND);
    }
    if (Math.min(shorter.independentChats(), longer.independentChats()) < chats.ok()) {
      caption +=
          wording.say(
              ChartPhrase.BAND_DEPENDENT,
              Integer.toString(shorter.independentChats()),
              Integer.toString(longer.independentChats()));
    }
    ShareChart chart =
        new ShareChart(
            scenario + "-distribution",
            scenario + ": " + title,
            caption + p95Said(first) + p95Said(Metrics.P95_TOTAL),
            wording.say(ChartPhrase.MILLIS),
            wording.say(ChartPhrase.SHARE),
            curve(first, shorter),
            curve(Metrics.P95_TOTAL, longer));
    return Figure.of(title, chart.svg(), caption);
  }

  private String p95Said(Metric metric) {
    Double p95Ms = chats.latencies().of(metric.time()).p95();
    return p95Ms == null
        ? ""
        : wording.say(
            ChartPhrase.P95_SAID,
            wording.say(metric.time()),
            Figures.millis(p95Ms),
            Figure.exact(limitMs(metric)));
  }

  private ShareChart.Curve curve(Metric metric, Band band) {
    double limitMs = limitMs(metric);
    Double p95Ms = chats.latencies().of(metric.time()).p95();
    return new ShareChart.Curve(
        wording.say(metric.time()),
        chats.values(metric.time()),
        band.share(),
        p95Ms == null ? Double.NaN : p95Ms,
        limitMs,
        limitName(limitMs) + " · " + wording.say(metric.time()));
  }

  private double limitMs(Metric metric) {
    return limits.limit(metric).orElseThrow().doubleValue();
  }

  private String limitName(double limitMs) {
    return Double.isNaN(limitMs) ? "" : wording.say(ChartPhrase.LIMIT, Figure.exact(limitMs));
  }
}
