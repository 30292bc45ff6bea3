package chatload.document;

import chatload.metric.ChatTime;
import chatload.metric.Figures;
import chatload.metric.LatencySummary;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.result.JobResult;
import chatload.result.Summary;
import chatload.result.TraceLinks;
import chatload.run.Outcome;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.Node;

/** How long chats took, how they ended, and which ones failed. */
final class OverviewChats {

  /** Failures shown per scenario; the summary has all of them. */
  static final int MOST_FAILURES = 20;

  private final List<Summary> summaries;
  private final TraceLinks traces;
  private final Wording wording;

  OverviewChats(JobResult job, Wording wording) {
    this.summaries =
        job.scenarios().stream()
            .flatMap(result -> result.summary().stream())
            .filter(summary -> summary.config() != null)
            .toList();
    this.traces = TraceLinks.of(job);
    this.wording = wording;
  }

  /** How chats ended, and those that failed. */
  List<Node> endings() {
    if (summaries.isEmpty()) {
      return List.of();
    }
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(2, wording.say(OverviewPhrase.OUTCOMES)));
    blocks.add(outcomes());
    blocks.add(Nodes.heading(2, wording.say(OverviewPhrase.FAILURES)));
    blocks.addAll(failures());
    return blocks;
  }

  /** How long the OK ones took. */
  List<Node> times() {
    if (summaries.isEmpty()) {
      return List.of();
    }
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(2, wording.say(OverviewPhrase.LATENCY)));
    blocks.add(Nodes.paragraph(wording.say(OverviewPhrase.LATENCY_NOTE)));
    blocks.add(latency());
    return blocks;
  }

  Node latency() {
    Table table =
        new Table()
            .words(wording.say(CommonPhrase.SCENARIO))
            .words(wording.say(OverviewPhrase.TIME));
    Stream.of("n", "P50", "P95", "P99").forEach(table::figures);
    Stream.of(OverviewPhrase.MAX, OverviewPhrase.MIN, OverviewPhrase.MEAN)
        .map(wording::say)
        .forEach(table::figures);
    for (Summary summary : summaries) {
      for (ChatTime time : times(summary)) {
        table.row(latency(summary, time));
      }
    }
    return table.build();
  }

  /** Those of a run without limits are the usual ones. */
  private static List<ChatTime> times(Summary summary) {
    return summary.thresholds() == null
        ? List.of(ChatTime.FIRST_TOKEN, ChatTime.TOTAL)
        : summary.thresholds().limits().times();
  }

  private List<Node> latency(Summary summary, ChatTime time) {
    LatencySummary latency = summary.latency().of(time);
    List<Node> row = new ArrayList<>();
    row.add(Nodes.text(summary.scenario()));
    row.add(Nodes.text(wording.say(time)));
    row.add(Nodes.text(Integer.toString(latency.n())));
    Stream.of(
            latency.p50(),
            latency.p95(),
            latency.p99(),
            latency.max(),
            latency.min(),
            latency.mean())
        .map(millis -> Nodes.text(millis(millis)))
        .forEach(row::add);
    return row;
  }

  Node outcomes() {
    Table table =
        new Table()
            .words(wording.say(CommonPhrase.OUTCOME))
            .words(wording.say(OverviewPhrase.MEANING));
    summaries.forEach(summary -> table.figures(summary.scenario()));
    Arrays.stream(Outcome.values())
        .filter(outcome -> summaries.stream().anyMatch(summary -> count(summary, outcome) > 0))
        .forEach(
            outcome -> {
              List<Node> row = new ArrayList<>();
              row.add(Nodes.code(outcome.name()));
              row.add(Nodes.text(wording.say(outcome)));
              summaries.forEach(
                  summary -> row.add(Nodes.text(Integer.toString(count(summary, outcome)))));
              table.row(row);
            });
    return table.build();
  }

  private static int count(Summary summary, Outcome outcome) {
    return summary.outcomes().getOrDefault(outcome.name(), 0);
  }

  private List<Node> failures() {
    List<Node> blocks = new ArrayList<>();
    for (Summary summary : summaries) {
      if (!summary.failures().isEmpty()) {
        blocks.add(Nodes.heading(3, summary.scenario()));
        blocks.add(failures(summary));
        int more = summary.totals().failed() - MOST_FAILURES;
        if (more > 0) {
          String all = summary.scenario() + "-summary.json";
          blocks.add(
              Nodes.paragraph(
                  wording.say(OverviewPhrase.MORE_FAILURES, Integer.toString(more), all)));
        }
      }
    }
    return blocks.isEmpty()
        ? List.of(Nodes.paragraph(wording.say(OverviewPhrase.NO_FAILURES)))
        : blocks;
  }

  private Node failures(Summary summary) {
    Table table =
        new Table()
            .figures("id")
            .words(wording.say(CommonPhrase.TRACE_ID))
            .words(wording.say(CommonPhrase.STARTED))
            .words(wording.say(CommonPhrase.STATUS))
            .words(wording.say(CommonPhrase.OUTCOME))
            .words(wording.say(OverviewPhrase.CAUSE))
            .words(wording.say(CommonPhrase.ERROR));
    summary.failures().stream()
        .limit(MOST_FAILURES)
        .forEach(
            failure ->
                table.row(
                    List.of(
                        Nodes.text(Integer.toString(failure.id())),
                        traces.node(failure.traceId()),
                        Nodes.foreign(failure.startedAt()),
                        Nodes.text(failure.status() == null ? "—" : failure.status().toString()),
                        Nodes.code(failure.outcome().name()),
                        Nodes.text(wording.say(failure.cause())),
                        Nodes.foreign(failure.error()))));
    return table.build();
  }

  private static String millis(Double millis) {
    return millis == null ? "—" : Figures.millis(millis);
  }
}
