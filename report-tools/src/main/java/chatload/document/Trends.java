package chatload.document;

import chatload.confidence.Trend;
import chatload.confidence.TrendPhrase;
import chatload.metric.Figures;
import chatload.render.Nodes;
import chatload.result.ScenarioResult;
import chatload.result.Summary;
import chatload.words.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Node;

/** What became of times and failures while runs went, in a line each. */
final class Trends {

  private final List<ScenarioResult> results;
  private final Wording wording;

  Trends(List<ScenarioResult> results, Wording wording) {
    this.results = results;
    this.wording = wording;
  }

  /** Nothing where no run was long enough. */
  List<Node> blocks() {
    List<List<Node>> lines =
        results.stream()
            .flatMap(result -> result.summary().stream())
            .filter(summary -> !summary.trend().isEmpty())
            .flatMap(this::lines)
            .map(line -> List.of(Nodes.text(line)))
            .toList();
    return lines.isEmpty()
        ? List.of()
        : List.of(
            Nodes.heading(2, wording.say(TrendPhrase.TITLE)),
            Nodes.paragraph(
                wording.say(
                    TrendPhrase.NOTE,
                    Integer.toString(Trend.LEAST_CHATS),
                    Integer.toString(Trend.LEAST_SECONDS))),
            Nodes.bullets(lines));
  }

  private Stream<String> lines(Summary summary) {
    List<String> found =
        summary.trend().stream()
            .filter(Trend::beyondChance)
            .map(trend -> line(summary.scenario(), trend))
            .toList();
    return found.isEmpty() ? Stream.of(steady(summary)) : found.stream();
  }

  private String line(String scenario, Trend trend) {
    return wording.say(
            trend.rose() ? TrendPhrase.ROSE : TrendPhrase.FELL,
            scenario,
            wording.say(trend.of()),
            figure(trend, trend.first()),
            figure(trend, trend.last()))
        + wording.say(
            trend.of() == Trend.Of.FAILURES ? TrendPhrase.SHARES : TrendPhrase.MEDIANS,
            Integer.toString(trend.firstChats()),
            Integer.toString(trend.lastChats()));
  }

  private String steady(Summary summary) {
    String each =
        summary.trend().stream()
            .map(
                trend ->
                    wording.say(
                        TrendPhrase.ONE,
                        wording.say(trend.of()),
                        figure(trend, trend.first()),
                        figure(trend, trend.last())))
            .collect(Collectors.joining(wording.say(TrendPhrase.SEPARATOR)));
    return wording.say(TrendPhrase.STEADY, summary.scenario(), each);
  }

  private static String figure(Trend trend, BigDecimal figure) {
    return trend.of() == Trend.Of.FAILURES
        ? Figures.percent(figure)
        : Figures.millis(figure.doubleValue()) + " ms";
  }
}
