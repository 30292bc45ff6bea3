package chatload.document;

import chatload.metric.Check;
import chatload.metric.Figures;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.result.ScenarioResult;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.math.BigDecimal;
import java.util.List;
import org.commonmark.node.Node;

/** Every limit with what was observed and what is left to it. */
final class ReportThresholds {

  private final List<Check> checks;
  private final Wording wording;

  ReportThresholds(ScenarioResult result, Wording wording) {
    this.checks = result.verdict().checks();
    this.wording = wording;
  }

  List<Node> blocks() {
    if (checks.isEmpty()) {
      return List.of();
    }
    return List.of(
        Nodes.heading(2, wording.say(ReportPhrase.THRESHOLDS)),
        table(),
        Nodes.paragraph(wording.say(ReportPhrase.MARGIN_NOTE)));
  }

  private Node table() {
    Table table =
        new Table()
            .words(wording.say(CommonPhrase.CHECK))
            .figures(wording.say(ReportPhrase.LIMIT))
            .figures(wording.say(CommonPhrase.OBSERVED))
            .figures(wording.say(ReportPhrase.MARGIN))
            .figures("n")
            .words(wording.say(ReportPhrase.MET));
    for (Check check : checks) {
      table.row(
          List.of(
              Nodes.text(wording.say(check.metric())),
              Nodes.text(check.metric().bound().sign() + " " + check.limitWithUnit()),
              Nodes.text(check.hasData() ? check.figureWithUnit() : "—"),
              Nodes.text(check.hasData() ? margin(check) : "—"),
              Nodes.text(Integer.toString(check.n())),
              Nodes.text(check.met() ? "✓" : "✗")));
    }
    return table.build();
  }

  private String margin(Check check) {
    BigDecimal margin = check.margin();
    return switch (check.metric().unit()) {
      case SHARE -> wording.say(ReportPhrase.POINTS, Figures.signed(margin.movePointRight(2), 2));
      case MILLIS ->
          wording.say(
              ReportPhrase.MARGIN_MILLIS,
              Figures.signed(margin, 1),
              Figures.signedPercent(margin, check.limit()));
      case PER_SECOND ->
          wording.say(
              ReportPhrase.MARGIN_PER_SECOND,
              Figures.signed(margin, 1),
              Figures.signedPercent(margin, check.limit()));
    };
  }
}
