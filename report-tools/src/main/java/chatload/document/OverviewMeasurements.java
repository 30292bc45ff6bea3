package chatload.document;

import chatload.gatling.GatlingRun;
import chatload.metric.ChatTime;
import chatload.metric.Figures;
import chatload.metric.Metrics;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.result.GatlingSummary;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.result.Summary;
import chatload.run.Outcome;
import chatload.verdict.Agreement;
import chatload.words.CommonPhrase;
import chatload.words.Phrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** The records beside what Gatling's own log says of the same chats. */
final class OverviewMeasurements {

  private static final String NONE = "—";

  private final JobResult job;
  private final Wording wording;

  OverviewMeasurements(JobResult job, Wording wording) {
    this.job = job;
    this.wording = wording;
  }

  List<Node> blocks() {
    return List.of(
        Nodes.heading(2, wording.say(OverviewPhrase.MEASUREMENTS)),
        Nodes.paragraph(
            wording.say(
                OverviewPhrase.MEASUREMENTS_NOTE, Integer.toString(Agreement.RESOLUTION_MS))),
        table());
  }

  private Node table() {
    Table table =
        new Table()
            .words(wording.say(CommonPhrase.SCENARIO))
            .words(wording.say(OverviewPhrase.MEASURED_BY))
            .figures(wording.say(CommonPhrase.CHATS))
            .figures(wording.say(CommonPhrase.OK_CHATS))
            .figures(wording.say(CommonPhrase.FAILED))
            .figures(wording.say(Metrics.P95_TOTAL))
            .figures(wording.say(Metrics.P95_FIRST_TOKEN))
            .words(wording.say(OverviewPhrase.AGREE));
    for (ScenarioResult result : job.scenarios()) {
      result
          .summary()
          .ifPresent(summary -> add(table, summary, job.gatling().get(result.scenario())));
    }
    return table.build();
  }

  private void add(Table table, Summary summary, GatlingRun log) {
    int failed =
        (int)
            summary.failures().stream()
                .filter(failure -> failure.outcome() != Outcome.NOT_SENT)
                .count();
    int ok = summary.latency().of(ChatTime.TOTAL).n();
    row(
        table,
        summary.scenario(),
        OverviewPhrase.BY_RECORDS,
        Integer.toString(ok + failed),
        Integer.toString(ok),
        Integer.toString(failed),
        millis(summary.latency().of(ChatTime.TOTAL).p95()),
        millis(summary.latency().of(ChatTime.FIRST_TOKEN).p95()),
        NONE);
    GatlingSummary gatling = summary.gatling();
    if (gatling == null || !gatling.isMeasured()) {
      Phrase by = gatling == null ? OverviewPhrase.NO_GATLING_LOG : OverviewPhrase.BY_GATLING;
      row(table, summary.scenario(), by, NONE, NONE, NONE, NONE, NONE, agrees(gatling));
      return;
    }
    row(
        table,
        summary.scenario(),
        gatling.truncated() ? OverviewPhrase.BY_TRUNCATED_GATLING : OverviewPhrase.BY_GATLING,
        gatling.requests().toString(),
        gatling.success().toString(),
        gatling.failed().toString(),
        millis(gatling.p95TotalMs()),
        firstToken(gatling, log),
        agrees(gatling));
  }

  private void row(Table table, String scenario, Phrase by, String... figures) {
    List<Node> cells = new ArrayList<>();
    cells.add(Nodes.text(scenario));
    cells.add(Nodes.text(wording.say(by)));
    for (String figure : figures) {
      cells.add(Nodes.text(figure));
    }
    table.row(cells);
  }

  private String agrees(GatlingSummary gatling) {
    if (gatling == null || gatling.agrees() == null) {
      return wording.say(OverviewPhrase.NOT_COMPARED);
    }
    return gatling.agrees() ? "✓" : "✗";
  }

  /** Of the OK chats, too: the range it is in, where the log does not say which ones they are. */
  private String firstToken(GatlingSummary gatling, GatlingRun log) {
    if (gatling.firstTokens().equals(gatling.success())) {
      return millis(gatling.p95FirstTokenMs());
    }
    if (!(log instanceof GatlingRun.Measured measured)
        || measured.chats().okFirstTokenFromMs() == null) {
      return NONE;
    }
    int from = measured.chats().okFirstTokenFromMs();
    int to = measured.chats().okFirstTokenToMs();
    return from == to
        ? millis((Integer) to)
        : wording.say(OverviewPhrase.BETWEEN, Integer.toString(from), Integer.toString(to));
  }

  private static String millis(Double millis) {
    return millis == null ? NONE : Figures.millis(millis) + " ms";
  }

  private static String millis(Integer millis) {
    return millis == null ? NONE : millis + " ms";
  }
}
