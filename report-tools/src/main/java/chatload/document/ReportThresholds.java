package chatload.document;

import chatload.document.OverviewPhrases.Phrase;
import chatload.metric.Check;
import chatload.metric.Figures;
import chatload.metric.Metric;
import chatload.render.Nodes;
import chatload.render.Table;
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
            .words(wording.say(Phrase.CHECK))
            .figures(wording.say(ReportPhrase.LIMIT))
            .figures(wording.say(Phrase.OBSERVED))
            .figures(wording.say(ReportPhrase.MARGIN))
            .figures("n")
            .words(wording.say(ReportPhrase.MET));
    for (Check check : checks) {
      table.row(
          List.of(
              Nodes.text(name(check.metric())),
              Nodes.text(limit(check)),
              Nodes.text(observed(check)),
              Nodes.text(check.hasData() ? margin(check) : "—"),
              Nodes.text(Integer.toString(check.n())),
              Nodes.text(check.met() ? "✓" : "✗")));
    }
    return table.build();
  }

  private String name(Metric metric) {
    return wording.say(
        switch (metric) {
          case SUCCESS_RATE -> Phrase.SUCCESS_RATE;
          case P95_TOTAL -> Phrase.P95_TOTAL;
          case P95_FIRST_TOKEN -> Phrase.P95_FIRST_TOKEN;
        });
  }

  private static String limit(Check check) {
    return check.metric() == Metric.SUCCESS_RATE
        ? "≥ " + Figures.percent(check.limit())
        : "≤ " + check.limit().toPlainString() + " ms";
  }

  private static String observed(Check check) {
    if (!check.hasData()) {
      return "—";
    }
    return check.metric() == Metric.SUCCESS_RATE
        ? Figures.percent(check.observed(), check.limit())
        : Figures.millis(check.observed(), check.limit()) + " ms";
  }

  private String margin(Check check) {
    if (check.metric() == Metric.SUCCESS_RATE) {
      return wording.say(
          ReportPhrase.POINTS,
          Figures.signed(check.observed().subtract(check.limit()).movePointRight(2), 2));
    }
    return wording.say(
        ReportPhrase.MARGIN_MILLIS,
        Figures.signed(check.limit().subtract(check.observed()), 1),
        Figures.signedPercent(check.limit().subtract(check.observed()), check.limit()));
  }
}
