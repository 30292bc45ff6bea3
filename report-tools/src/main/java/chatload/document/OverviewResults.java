package chatload.document;

import chatload.metric.Check;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.verdict.Reason;
import chatload.words.CommonPhrase;
import chatload.words.Phrase;
import chatload.words.Wording;
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
    blocks.add(Nodes.heading(2, wording.say(CommonPhrase.RESULTS)));
    blocks.add(table());
    List<List<Node>> reasons = reasons();
    if (!reasons.isEmpty()) {
      blocks.add(Nodes.heading(2, wording.say(OverviewPhrase.WHY)));
      blocks.add(Nodes.bullets(reasons));
    }
    return blocks;
  }

  private Node table() {
    Table table =
        new Table()
            .words(wording.say(CommonPhrase.SCENARIO))
            .figures(wording.say(OverviewPhrase.CHATS))
            .figures(wording.say(OverviewPhrase.OK_CHATS));
    job.limited().forEach(metric -> table.figures(wording.say(metric)));
    table.words(wording.say(CommonPhrase.VERDICT));
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
    List<String> cells = new ArrayList<>();
    if (result.verdict().checks().isEmpty()) {
      cells.add(wording.say(result.wasRun() ? CommonPhrase.UNKNOWN_PLAN : CommonPhrase.NOT_RUN));
      cells.add(NONE);
    } else {
      Summary.Totals totals = result.summary().orElseThrow().totals();
      cells.add(totals.requests().toString());
      cells.add(totals.success().toString());
    }
    job.limited()
        .forEach(metric -> cells.add(result.verdict().check(metric).map(this::cell).orElse(NONE)));
    return cells;
  }

  /** The figure, the limit, and whether it is kept; never only a colour or a sign. */
  private String cell(Check check) {
    Phrase bound =
        switch (check.metric().bound()) {
          case AT_LEAST -> OverviewPhrase.AT_LEAST;
          case AT_MOST -> OverviewPhrase.AT_MOST;
        };
    return (check.hasData() ? check.figureWithUnit() : NONE)
        + " ("
        + wording.say(bound, check.limitWithUnit())
        + ") "
        + (check.met() ? "✓" : "✗");
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
