package chatload.document;

import chatload.confidence.Confidence;
import chatload.confidence.ConfidencePhrase;
import chatload.metric.Figures;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.render.Nodes;
import chatload.result.JobResult;
import chatload.result.Summary;
import chatload.words.Phrase;
import chatload.words.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.Node;

/** What so many chats prove about each limit, in a line each. */
final class HowSure {

  private static final BigDecimal LEAST = new BigDecimal("0.001");

  private final JobResult job;
  private final Wording wording;

  HowSure(JobResult job, Wording wording) {
    this.job = job;
    this.wording = wording;
  }

  List<Node> blocks() {
    List<List<Node>> lines =
        job.scenarios().stream()
            .flatMap(result -> result.summary().stream())
            .flatMap(this::lines)
            .map(line -> List.of(Nodes.text(line)))
            .toList();
    return lines.isEmpty()
        ? List.of()
        : List.of(
            Nodes.heading(2, wording.say(ConfidencePhrase.TITLE)),
            Nodes.paragraph(wording.say(ConfidencePhrase.NOTE)),
            Nodes.bullets(lines));
  }

  private Stream<String> lines(Summary summary) {
    return summary.confidence().stream().map(sure -> line(summary.scenario(), sure));
  }

  private String line(String scenario, Confidence sure) {
    StringBuilder line = new StringBuilder();
    line.append(
        say(
            ConfidencePhrase.STANDS,
            scenario,
            wording.say(sure.metric()),
            wording.say(sure.standing())));
    line.append(
        say(
            missed(sure.metric()),
            Integer.toString(sure.missed()),
            Integer.toString(sure.chats()),
            Integer.toString(sure.allowed())));
    line.append(
        say(
            ConfidencePhrase.OF_ALL,
            percent(sure.atLeast()),
            percent(sure.atMost()),
            Figures.percent(sure.limitShare())));
    if (sure.independentChats() < sure.chats()) {
      line.append(say(ConfidencePhrase.DEPENDENT, Integer.toString(sure.independentChats())));
    }
    if (sure.repeatPasses() != null) {
      line.append(say(ConfidencePhrase.REPEAT, chance(sure.repeatPasses())));
    }
    if (sure.chatsToDecide() != null) {
      line.append(say(ConfidencePhrase.DECIDE, sure.chatsToDecide().toString()));
    }
    return line.toString();
  }

  private static ConfidencePhrase missed(Metric metric) {
    if (metric.isOfTimes()) {
      return metric.quantity().isRate()
          ? ConfidencePhrase.BELOW_LIMIT
          : ConfidencePhrase.OVER_LIMIT;
    }
    return metric.equals(Metrics.GOOD_SHARE) ? ConfidencePhrase.NOT_GOOD : ConfidencePhrase.NOT_OK;
  }

  private String say(Phrase phrase, String... figures) {
    return wording.say(phrase, figures);
  }

  /** One decimal is more than such a figure is good for. */
  private static String percent(BigDecimal share) {
    return Figures.percent(share.setScale(3, RoundingMode.HALF_UP));
  }

  /** What was neither impossible nor certain is not called so. */
  private static String chance(BigDecimal chance) {
    if (chance.compareTo(LEAST) < 0) {
      return "<" + Figures.percent(LEAST);
    }
    BigDecimal most = BigDecimal.ONE.subtract(LEAST);
    return chance.compareTo(most) > 0 ? ">" + Figures.percent(most) : percent(chance);
  }
}
