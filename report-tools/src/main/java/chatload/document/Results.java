package chatload.document;

import chatload.render.Nodes;
import chatload.render.Table;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.result.Summary;
import chatload.verdict.Reason;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** What was measured against which limit, and why a scenario is not PASS. */
public final class Results {

  private static final String NONE = "—";

  private final JobResult job;
  private final Wording wording;

  public Results(JobResult job, Wording wording) {
    this.job = job;
    this.wording = wording;
  }

  public Node table() {
    Table table =
        new Table()
            .words(wording.say(CommonPhrase.SCENARIO))
            .words(wording.say(CommonPhrase.VERDICT))
            .figures(wording.say(CommonPhrase.CHATS))
            .figures(wording.say(CommonPhrase.OK_CHATS));
    job.limited().forEach(metric -> table.figures(wording.say(metric)));
    for (ScenarioResult result : job.scenarios()) {
      List<Node> row = new ArrayList<>();
      row.add(Nodes.text(result.scenario()));
      row.add(Nodes.strong(result.verdict().status().name()));
      cells(result).forEach(cell -> row.add(Nodes.text(cell)));
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
        .forEach(
            metric ->
                cells.add(
                    result.verdict().check(metric).map(check -> check.cell(wording)).orElse(NONE)));
    return cells;
  }

  /**
   * One line each.
   *
   * @param most reasons that are listed per scenario; of others a line says how many they are
   */
  public List<List<Node>> reasons(int most) {
    List<List<Node>> items = new ArrayList<>();
    for (ScenarioResult result : job.scenarios()) {
      List<Reason> reasons = result.verdict().reasons();
      reasons.stream()
          .limit(most)
          .map(reason -> item(result, wording.nodes(reason)))
          .forEach(items::add);
      if (reasons.size() > most) {
        String more = Integer.toString(reasons.size() - most);
        items.add(item(result, List.of(Nodes.text(wording.say(CommonPhrase.MORE_REASONS, more)))));
      }
    }
    return items;
  }

  /** Of checks that are met, those that are close to their limits; one line each. */
  public List<List<Node>> warnings() {
    return job.scenarios().stream()
        .flatMap(
            result ->
                result.verdict().warnings().stream()
                    .map(warning -> item(result, wording.nodes(warning))))
        .toList();
  }

  private static List<Node> item(ScenarioResult result, List<Node> what) {
    List<Node> item = new ArrayList<>();
    item.add(Nodes.text(result.scenario() + ": "));
    item.addAll(what);
    return item;
  }
}
