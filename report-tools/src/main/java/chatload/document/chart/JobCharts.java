package chatload.document.chart;

import chatload.metric.ChatTime;
import chatload.metric.Figures;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.render.Drawing;
import chatload.render.Element;
import chatload.render.Nodes;
import chatload.render.chart.PointChart;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Node;

/** The charts of a job, for {@code OVERVIEW.html}: one over all scenarios, and those of each. */
public final class JobCharts {

  private final JobResult job;
  private final Wording wording;

  public JobCharts(JobResult job, Wording wording) {
    this.job = job;
    this.wording = wording;
  }

  public List<Node> blocks() {
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

  private Element charts(ScenarioResult result) {
    Element charts = Element.of("div").with("class", "charts");
    new TimeCharts(result, wording).figures().forEach(charts::add);
    return charts
        .add(new LoadChart(result, wording).figure())
        .add(new EndingCharts(result, wording).figure());
  }

  /** How times grow with the load; nothing where fewer than two loads can be compared. */
  private Optional<Element> byUsers() {
    List<ScenarioResult> measured =
        job.scenarios().stream()
            .filter(result -> result.manifest().isPresent())
            .filter(result -> result.evidence().get().chats().ok() > 0)
            .filter(result -> !result.manifest().get().config().isOpen())
            .toList();
    if (measured.stream().map(JobCharts::users).distinct().count() < 2) {
      return Optional.empty();
    }
    Metric first = measured.get(0).manifest().get().thresholds().firstToken();
    if (measured.stream()
        .anyMatch(one -> one.manifest().get().thresholds().limit(first).isEmpty())) {
      return Optional.empty(); // their first tokens can't be compared
    }
    String title = wording.say(ChartPhrase.BY_USERS);
    String caption = wording.say(ChartPhrase.BY_USERS_MEANS);
    String said =
        measured.stream()
            .flatMap(
                result ->
                    Stream.of(first, Metrics.P95_TOTAL).map(metric -> byUsersSaid(result, metric)))
            .collect(Collectors.joining());
    PointChart chart =
        new PointChart(
            "by-users",
            title,
            caption + said,
            wording.say(ChartPhrase.USERS),
            wording.say(ChartPhrase.MILLIS),
            byUsers(measured, first),
            byUsers(measured, Metrics.P95_TOTAL));
    return Optional.of(
        Element.of("div").with("class", "charts").add(Figure.of(title, chart.svg(), caption)));
  }

  private String byUsersSaid(ScenarioResult result, Metric metric) {
    return wording.say(
        ChartPhrase.BY_USERS_SAID,
        Integer.toString(users(result)),
        wording.say(metric.time()),
        Figures.millis(p95(result, metric.time())),
        Figure.exact(limitMs(result, metric)));
  }

  private PointChart.Line byUsers(List<ScenarioResult> measured, Metric metric) {
    return new PointChart.Line(
        wording.say(metric.time()),
        measured.stream()
            .map(
                result ->
                    new PointChart.Point(
                        users(result), p95(result, metric.time()), limitMs(result, metric)))
            .toList());
  }

  private static double p95(ScenarioResult result, ChatTime time) {
    return result.evidence().orElseThrow().chats().latencies().of(time).p95();
  }

  private static double limitMs(ScenarioResult result, Metric metric) {
    return result.manifest().orElseThrow().thresholds().limit(metric).orElseThrow().doubleValue();
  }

  private static int users(ScenarioResult result) {
    return result.manifest().orElseThrow().config().concurrency();
  }
}
