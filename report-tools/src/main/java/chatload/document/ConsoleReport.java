package chatload.document;

import chatload.metric.Check;
import chatload.metric.Figures;
import chatload.metric.Metric;
import chatload.render.ConsoleTable;
import chatload.render.ConsoleTable.Cell;
import chatload.render.ConsoleTable.Look;
import chatload.verdict.Reason;
import chatload.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What the terminal shows of a job: figures, reasons, marks and, last, the overall verdict. */
public final class ConsoleReport {

  private ConsoleReport() {}

  /**
   * The lines to print.
   *
   * @param colour whether to use ANSI escapes
   */
  public static List<String> lines(JobResult job, boolean colour) {
    List<String> lines = new ArrayList<>(table(job, colour).lines());
    List<String> remarks = remarks(job);
    if (!remarks.isEmpty()) {
      lines.add("");
      remarks.forEach(remark -> lines.add(Look.PLAIN.paint(remark, colour)));
    }
    lines.add("");
    lines.add("Overall Result: " + look(job.status()).paint(job.status().name(), colour));
    return lines;
  }

  private static ConsoleTable table(JobResult job, boolean colour) {
    ConsoleTable table = new ConsoleTable(colour);
    table.row(
        List.of(
            Cell.words("Scenario").in(Look.BOLD),
            Cell.figure("OK/chats").in(Look.BOLD),
            Cell.figure("Success rate").in(Look.BOLD),
            Cell.figure("P95 total").in(Look.BOLD),
            Cell.figure("P95 first token").in(Look.BOLD),
            Cell.words("Verdict").in(Look.BOLD)));
    for (ScenarioResult result : job.scenarios()) {
      Verdict.Status status = result.verdict().status();
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.words(result.scenario()));
      cells.addAll(figures(result));
      cells.add(Cell.words(status.name()).in(look(status)));
      table.row(cells);
    }
    return table;
  }

  private static List<Cell> figures(ScenarioResult result) {
    if (result.verdict().checks().isEmpty()) {
      Cell none = Cell.figure("-");
      return List.of(Cell.figure(result.wasRun() ? "unknown" : "not run"), none, none, none);
    }
    Summary.Totals totals = result.summary().orElseThrow().totals();
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.figure(totals.success() + "/" + totals.requests()));
    for (Check check : result.verdict().checks()) {
      cells.add(Cell.figure(figure(check)).in(check.met() ? Look.PLAIN : Look.BAD));
    }
    return cells;
  }

  private static String figure(Check check) {
    if (check.metric() == Metric.SUCCESS_RATE) {
      return Figures.percent(check.observed(), check.limit())
          + (check.met() ? " >= " : " < ")
          + Figures.percent(check.limit());
    }
    if (!check.hasData()) {
      return "- (limit " + check.limit().toPlainString() + " ms)";
    }
    return Figures.millis(check.observed(), check.limit())
        + (check.met() ? " <= " : " > ")
        + check.limit().toPlainString()
        + " ms";
  }

  private static List<String> remarks(JobResult job) {
    List<String> remarks = new ArrayList<>();
    job.conflicts().forEach(conflict -> remarks.add(conflict.sentence()));
    for (ScenarioResult result : job.scenarios()) {
      for (Reason reason : result.verdict().reasons()) {
        remarks.add(result.scenario() + ": " + reason.sentence());
      }
    }
    OverviewPhrases phrases = new OverviewEnglish();
    job.marks()
        .forEach(
            (mark, scenarios) ->
                remarks.add(Wording.fill(phrases.say(mark), String.join(", ", scenarios))));
    return remarks;
  }

  private static Look look(Verdict.Status status) {
    return switch (status) {
      case PASS -> Look.GOOD;
      case FAIL -> Look.BAD;
      case INCONCLUSIVE -> Look.DOUBTFUL;
    };
  }
}
