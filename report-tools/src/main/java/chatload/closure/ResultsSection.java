package chatload.closure;

import chatload.document.JobResult;
import chatload.document.ScenarioResult;
import chatload.document.Summary;
import chatload.metric.Check;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.verdict.Reason;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** What was measured, what the limits are, and why it is not a PASS. */
final class ResultsSection {

  private static final String NONE = "—";

  private final JobResult job;
  private final Wording words;

  ResultsSection(JobResult job, Wording words) {
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
    blocks.add(Nodes.heading(2, words.say(CommonPhrase.RESULTS)));
    blocks.add(table());
    List<List<Node>> reasons = reasons(most);
    if (!reasons.isEmpty()) {
      blocks.add(Nodes.heading(3, words.say(ClosurePhrase.WHY)));
      blocks.add(Nodes.bullets(reasons));
    }
    return blocks;
  }

  private Node table() {
    Table table =
        new Table().words(words.say(CommonPhrase.SCENARIO)).figures(words.say(ClosurePhrase.CHATS));
    job.limited().forEach(metric -> table.figures(words.say(metric)));
    table.words(words.say(CommonPhrase.VERDICT));
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
      cells.add(words.say(result.wasRun() ? CommonPhrase.UNKNOWN_PLAN : CommonPhrase.NOT_RUN));
    } else {
      Summary.Totals totals = result.summary().orElseThrow().totals();
      cells.add(totals.success() + "/" + totals.requests());
    }
    job.limited()
        .forEach(
            metric ->
                cells.add(result.verdict().check(metric).map(ResultsSection::cell).orElse(NONE)));
    return cells;
  }

  /** The figure, the limit, and whether it is kept. */
  private static String cell(Check check) {
    return (check.hasData() ? check.figureWithUnit() : NONE)
        + " ("
        + check.metric().bound().sign()
        + " "
        + check.limitWithUnit()
        + ")"
        + (check.met() ? " ✓" : " ✗");
  }

  private List<List<Node>> reasons(int most) {
    List<List<Node>> items = new ArrayList<>();
    job.conflicts().forEach(conflict -> items.add(words.nodes(conflict)));
    for (ScenarioResult result : job.scenarios()) {
      List<Reason> reasons = result.verdict().reasons();
      reasons.stream().limit(most).map(reason -> item(result, reason)).forEach(items::add);
      if (reasons.size() > most) {
        String more =
            words.say(ClosurePhrase.MORE_REASONS, Integer.toString(reasons.size() - most));
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
