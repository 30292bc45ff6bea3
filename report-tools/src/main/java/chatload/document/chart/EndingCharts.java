package chatload.document.chart;

import chatload.metric.ChatTime;
import chatload.metric.Rounding;
import chatload.records.ChatPoint;
import chatload.records.RecordedChats;
import chatload.render.Element;
import chatload.render.chart.BarChart;
import chatload.render.chart.MarkShape;
import chatload.render.chart.TimelineChart;
import chatload.result.ScenarioResult;
import chatload.result.Summary;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.words.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** How the chats of a scenario ended, and when those that failed began. */
final class EndingCharts {

  private final String scenario;
  private final RecordedChats chats;
  private final Summary summary;
  private final Wording wording;

  EndingCharts(ScenarioResult result, Wording wording) {
    this.scenario = result.scenario();
    this.chats = result.evidence().orElseThrow().chats();
    this.summary = result.summary().orElseThrow();
    this.wording = wording;
  }

  Element figure() {
    String caption = wording.say(ChartPhrase.BARS, summary.totals().requests().toString());
    Element both = Element.of("div").with("class", "pair").add(bars(caption));
    Optional<Element> timeline = timeline();
    timeline.ifPresent(both::add);
    if (timeline.isPresent()) {
      caption += wording.say(ChartPhrase.MARKS);
    }
    return Figure.of(wording.say(ChartPhrase.OUTCOMES), both, caption).with("class", "wide");
  }

  /** Nothing where no recorded chat failed. */
  private Optional<Element> timeline() {
    Map<Outcome, Map<Cause, DoubleStream.Builder>> seconds = new TreeMap<>();
    double end = 0;
    for (ChatPoint chat : chats.points(ChatTime.TOTAL)) {
      end = Math.max(end, chat.startMs() / 1000);
      if (chat.outcome().isFailure()) {
        seconds
            .computeIfAbsent(chat.outcome(), outcome -> new TreeMap<>())
            .computeIfAbsent(
                chat.cause() == null ? Cause.UNKNOWN : chat.cause(),
                cause -> DoubleStream.builder())
            .add(chat.startMs() / 1000);
      }
    }
    if (seconds.isEmpty()) {
      return Optional.empty();
    }
    List<TimelineChart.Kind> kinds = new ArrayList<>();
    seconds.forEach(
        (outcome, causes) ->
            causes.forEach(
                (cause, when) ->
                    kinds.add(
                        new TimelineChart.Kind(
                            outcome.name(), cause.label(), shape(cause), when.build().toArray()))));
    String title = wording.say(ChartPhrase.FAILURES_OVER_TIME);
    return Optional.of(
        new TimelineChart(
                scenario + "-failures",
                scenario + ": " + title,
                title + ":" + kinds.stream().map(this::said).collect(Collectors.joining()),
                wording.say(ChartPhrase.START_SECONDS),
                end,
                kinds)
            .svg());
  }

  private static MarkShape shape(Cause cause) {
    MarkShape[] shapes = MarkShape.values();
    return shapes[cause.ordinal() % shapes.length];
  }

  private String said(TimelineChart.Kind kind) {
    double[] when = kind.seconds();
    return wording.say(
        ChartPhrase.FAILED_SAID,
        kind.name(),
        kind.why(),
        Integer.toString(when.length),
        Figure.rounded(DoubleStream.of(when).min().orElseThrow()),
        Figure.rounded(DoubleStream.of(when).max().orElseThrow()));
  }

  private Element bars(String caption) {
    String title = wording.say(ChartPhrase.OUTCOMES);
    int planned = summary.totals().requests();
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
    String said =
        bars.stream()
            .map(bar -> " " + bar.name() + ": " + bar.note())
            .collect(Collectors.joining(";"));
    return new BarChart(scenario + "-outcomes", scenario + ": " + title, caption + said, bars)
        .svg();
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
}
