package chatload.document;

import chatload.document.OverviewPhrases.Phrase;
import chatload.metric.Check;
import chatload.metric.Figures;
import chatload.metric.Metric;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.verdict.Reason;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** What was measured against which limit, and why a scenario is not PASS. */
final class OverviewResults {

  private static final String NONE = "—";

  private final JobResult job;
  private final Wording wording;

  OverviewResults(JobResult job, Wording wording) {
    this.job = job;
    this.wording = wording;
  }

  List<Node> blocks() {
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(2, wording.say(Phrase.RESULTS)));
    blocks.add(table());
    List<List<Node>> reasons = reasons();
    if (!reasons.isEmpty()) {
      blocks.add(Nodes.heading(2, wording.say(Phrase.WHY)));
      blocks.add(Nodes.bullets(reasons));
    }
    return blocks;
  }

  private Node table() {
    Table table =
        new Table()
            .words(wording.say(Phrase.SCENARIO))
            .figures(wording.say(Phrase.CHATS))
            .figures(wording.say(Phrase.OK_CHATS))
            .figures(wording.say(Phrase.SUCCESS_RATE))
            .figures(wording.say(Phrase.P95_TOTAL))
            .figures(wording.say(Phrase.P95_FIRST_TOKEN))
            .words(wording.say(Phrase.VERDICT));
    for (ScenarioResult result : job.scenarios()) {
      List<Node> row = new ArrayList<>();
      row.add(Nodes.text(result.scenario()));
      cells(result).forEach(cell -> row.add(Nodes.text(cell)));
      row.add(Nodes.strong(result.verdict().status().name()));
      table.row(row);
    }
    return table.build();
  }

  private List<String> cells(ScenarioResult result) {
    if (!result.wasRun()) {
      return List.of(wording.say(Phrase.NOT_RUN), NONE, NONE, NONE, NONE);
    }
    if (result.verdict().checks().isEmpty()) {
      return List.of(wording.say(Phrase.UNKNOWN_PLAN), NONE, NONE, NONE, NONE);
    }
    Summary.Totals totals = result.summary().orElseThrow().totals();
    List<String> cells = new ArrayList<>();
    cells.add(totals.requests().toString());
    cells.add(totals.success().toString());
    result.verdict().checks().forEach(check -> cells.add(cell(check)));
    return cells;
  }

  /** The figure, the limit, and whether it is kept; never only a colour or a sign. */
  private String cell(Check check) {
    String sign = check.met() ? "✓" : "✗";
    if (check.metric() == Metric.SUCCESS_RATE) {
      return Figures.percent(check.observed(), check.limit())
          + " ("
          + wording.say(Phrase.AT_LEAST, Figures.percent(check.limit()))
          + ") "
          + sign;
    }
    String observed =
        check.hasData() ? Figures.millis(check.observed(), check.limit()) + " ms" : NONE;
    String limit = wording.say(Phrase.AT_MOST, check.limit().toPlainString());
    return observed + " (" + limit + ") " + sign;
  }

  private List<List<Node>> reasons() {
    List<List<Node>> reasons = new ArrayList<>();
    for (ScenarioResult result : job.scenarios()) {
      for (Reason reason : result.verdict().reasons()) {
        List<Node> item = new ArrayList<>();
        item.add(Nodes.text(result.scenario() + ": "));
        item.addAll(wording.nodes(reason));
        reasons.add(item);
      }
    }
    return reasons;
  }
}
