package chatload.document;

import chatload.metric.Check;
import chatload.metric.Metric;
import chatload.render.ConsoleTable;
import chatload.render.ConsoleTable.Cell;
import chatload.render.ConsoleTable.Look;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.result.Summary;
import chatload.verdict.Reason;
import chatload.verdict.Verdict;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** What the terminal shows of a job: figures, reasons, caveats and, last, the overall verdict. */
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
    List<Cell> headings = new ArrayList<>();
    headings.add(Cell.words("Scenario").in(Look.BOLD));
    headings.add(Cell.figure("OK/chats").in(Look.BOLD));
    job.limited()
        .forEach(metric -> headings.add(Cell.figure(Wording.ENGLISH.say(metric)).in(Look.BOLD)));
    headings.add(Cell.words("Verdict").in(Look.BOLD));
    table.row(headings);
    for (ScenarioResult result : job.scenarios()) {
      Verdict.Status status = result.verdict().status();
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.words(result.scenario()));
      cells.add(Cell.figure(chats(result)));
      job.limited().forEach(metric -> cells.add(figure(result.verdict(), metric)));
      cells.add(Cell.words(status.name()).in(look(status)));
      table.row(cells);
    }
    return table;
  }

  private static String chats(ScenarioResult result) {
    if (result.verdict().checks().isEmpty()) {
      return result.wasRun() ? "unknown" : "not run";
    }
    Summary.Totals totals = result.summary().orElseThrow().totals();
    return totals.success() + "/" + totals.requests();
  }

  private static Cell figure(Verdict verdict, Metric metric) {
    return verdict
        .check(metric)
        .map(check -> Cell.figure(figure(check)).in(check.met() ? Look.PLAIN : Look.BAD))
        .orElse(Cell.figure("-"));
  }

  private static String figure(Check check) {
    return check.hasData()
        ? check.figure()
            + " "
            + check.metric().bound().relation(check.met())
            + " "
            + check.limitWithUnit()
        : "- (limit " + check.limitWithUnit() + ")";
  }

  private static List<String> remarks(JobResult job) {
    List<String> remarks = new ArrayList<>();
    job.conflicts().forEach(conflict -> remarks.add(conflict.sentence()));
    for (ScenarioResult result : job.scenarios()) {
      for (Reason reason : result.verdict().reasons()) {
        remarks.add(result.scenario() + ": " + reason.sentence());
      }
      for (Reason warning : result.verdict().warnings()) {
        remarks.add(result.scenario() + ": " + warning.sentence());
      }
    }
    job.caveats()
        .forEach(
            (caveat, scenarios) ->
                remarks.add(Wording.ENGLISH.say(caveat, String.join(", ", scenarios))));
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
