package chatload.closure;

import chatload.closure.ClosurePhrases.Phrase;
import chatload.document.JobResult;
import chatload.document.ScenarioResult;
import chatload.document.Summary;
import chatload.metric.Check;
import chatload.metric.Figures;
import chatload.metric.Metric;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.verdict.Reason;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** What was measured, what the limits are, and why it is not a PASS. */
final class ResultsSection {

  private static final String NONE = "—";

  private final JobResult job;
  private final Words words;

  ResultsSection(JobResult job, Words words) {
    this.job = job;
    this.words = words;
  }

  /**
   * Table and reasons.
   *
   * @param most reasons that are listed per scenario
   */
  List<Node> blocks(int most) {
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(2, words.say(Phrase.RESULTS)));
    blocks.add(table());
    List<List<Node>> reasons = reasons(most);
    if (!reasons.isEmpty()) {
      blocks.add(Nodes.heading(3, words.say(Phrase.WHY)));
      blocks.add(Nodes.bullets(reasons));
    }
    return blocks;
  }

  private Node table() {
    Table table =
        new Table()
            .words(words.say(Phrase.SCENARIO))
            .figures(words.say(Phrase.CHATS))
            .figures(words.say(Phrase.SUCCESS_RATE))
            .figures(words.say(Phrase.P95_TOTAL))
            .figures(words.say(Phrase.P95_FIRST_TOKEN))
            .words(words.say(Phrase.VERDICT));
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
      return List.of(words.say(Phrase.NOT_RUN), NONE, NONE, NONE);
    }
    if (result.verdict().checks().isEmpty()) {
      return List.of(words.say(Phrase.UNKNOWN_PLAN), NONE, NONE, NONE);
    }
    Summary.Totals totals = result.summary().orElseThrow().totals();
    List<String> cells = new ArrayList<>();
    cells.add(totals.success() + "/" + totals.requests());
    result.verdict().checks().forEach(check -> cells.add(cell(check)));
    return cells;
  }

  /** The figure, the limit, and whether it is kept. */
  private static String cell(Check check) {
    String sign = check.met() ? " ✓" : " ✗";
    if (check.metric() == Metric.SUCCESS_RATE) {
      return Figures.percent(check.observed(), check.limit())
          + " (≥ "
          + Figures.percent(check.limit())
          + ")"
          + sign;
    }
    String observed =
        check.hasData() ? Figures.millis(check.observed(), check.limit()) + " ms" : NONE;
    return observed + " (≤ " + check.limit().toPlainString() + " ms)" + sign;
  }

  private List<List<Node>> reasons(int most) {
    List<List<Node>> items = new ArrayList<>();
    job.conflicts().forEach(conflict -> items.add(words.nodes(conflict)));
    for (ScenarioResult result : job.scenarios()) {
      List<Reason> reasons = result.verdict().reasons();
      reasons.stream().limit(most).map(reason -> item(result, reason)).forEach(items::add);
      if (reasons.size() > most) {
        String more = words.say(Phrase.MORE_REASONS, Integer.toString(reasons.size() - most));
        items.add(List.of(Nodes.text(result.scenario() + ": " + more)));
      }
    }
    return items;
  }

  private List<Node> item(ScenarioResult result, Reason reason) {
    List<Node> item = new ArrayList<>();
    item.add(Nodes.text(result.scenario() + ": "));
    item.addAll(words.nodes(reason));
    return item;
  }
}
