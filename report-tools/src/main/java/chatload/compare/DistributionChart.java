package chatload.compare;

import chatload.confidence.Band;
import chatload.metric.Aggregate;
import chatload.metric.ChatTime;
import chatload.metric.Rounding;
import chatload.records.RecordedChats;
import chatload.render.Element;
import chatload.render.chart.ShareChart;
import chatload.words.Wording;
import java.util.Locale;

/** One time of both sides in one chart, with the limit that both have. */
final class DistributionChart {

  private final Comparison comparison;
  private final String scenario;
  private final ChatTime time;
  private final Wording wording;

  DistributionChart(Comparison comparison, String scenario, ChatTime time, Wording wording) {
    this.comparison = comparison;
    this.scenario = scenario;
    this.time = time;
    this.wording = wording;
  }

  Element figure() {
    String title = wording.say(ComparePhrase.DISTRIBUTION) + ": " + wording.say(time);
    String caption =
        wording.say(
            ComparePhrase.DISTRIBUTION_MEANS,
            Integer.toString(comparison.before().chats(scenario).ok()),
            Integer.toString(comparison.after().chats(scenario).ok()));
    ShareChart chart =
        new ShareChart(
            scenario + "-" + time.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            scenario + ": " + title,
            caption,
            wording.say(ComparePhrase.MILLIS),
            wording.say(ComparePhrase.SHARE),
            curve(ComparePhrase.OLD, comparison.before(), ""),
            curve(
                ComparePhrase.NEW, comparison.after(), wording.say(ComparePhrase.LIMIT, limit())));
    return Element.of("figure")
        .add(Element.of("h4").text(title))
        .add(chart.svg())
        .add(Element.of("figcaption").text(caption));
  }

  private ShareChart.Curve curve(ComparePhrase name, Side side, String limitName) {
    RecordedChats chats = side.chats(scenario);
    return new ShareChart.Curve(
        wording.say(name),
        chats.values(time),
        Band.of(chats.points(time)).share(),
        chats.latencies().of(time).p95(),
        Double.parseDouble(limit()),
        limitName);
  }

  private String limit() {
    return Rounding.plain(
            comparison
                .before()
                .scenario(scenario)
                .manifest()
                .orElseThrow()
                .thresholds()
                .limit(Aggregate.P95, time)
                .orElseThrow())
        .toPlainString();
  }
}
