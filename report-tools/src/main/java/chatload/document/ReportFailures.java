package chatload.document;

import chatload.metric.Figures;
import chatload.records.RecordedChats;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.result.Failure;
import chatload.result.JobResult;
import chatload.result.LogSearch;
import chatload.result.ScenarioResult;
import chatload.result.Summary;
import chatload.result.TraceLinks;
import chatload.run.Cause;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.Node;

/** How chats ended, whose fault failures are, and every failure with what it takes to find it. */
final class ReportFailures {

  /** Failures listed per cause: more than the presets can have, less than GitHub shows. */
  static final int MOST_PER_CAUSE = 500;

  private final ScenarioResult result;
  private final Summary summary;
  private final RecordedChats chats;
  private final TraceLinks traces;
  private final Wording wording;

  ReportFailures(ScenarioResult result, TraceLinks traces, Wording wording) {
    this.result = result;
    this.summary = result.summary().orElseThrow();
    this.chats = result.evidence().orElseThrow().chats();
    this.traces = traces;
    this.wording = wording;
  }

  List<Node> blocks() {
    if (result.manifest().isEmpty()) {
      return List.of();
    }
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(2, wording.say(OverviewPhrase.OUTCOMES)));
    blocks.add(new OverviewChats(JobResult.of(result), wording).outcomes());
    if (summary.failures().isEmpty()) {
      blocks.add(Nodes.heading(2, wording.say(ReportPhrase.FAILURES_BY_CAUSE)));
      blocks.add(Nodes.paragraph(wording.say(OverviewPhrase.NO_FAILURES)));
      return blocks;
    }
    blocks.add(Nodes.heading(2, wording.say(ReportPhrase.CAUSES)));
    blocks.add(causes());
    blocks.add(Nodes.heading(2, wording.say(ReportPhrase.FAILURES_BY_CAUSE)));
    blocks.add(Nodes.paragraph(wording.say(ReportPhrase.FIND_NOTE)));
    Arrays.stream(Cause.values())
        .filter(cause -> count(cause) > 0)
        .forEach(cause -> blocks.addAll(group(cause)));
    return blocks;
  }

  private int count(Cause cause) {
    return summary.causes().getOrDefault(cause.label(), 0);
  }

  private Node causes() {
    Table table =
        new Table()
            .words(wording.say(OverviewPhrase.CAUSE))
            .figures(wording.say(CommonPhrase.FAILED))
            .figures(wording.say(ReportPhrase.SHARE));
    for (Cause cause : Cause.values()) {
      if (count(cause) > 0) {
        table.row(
            List.of(
                Nodes.text(wording.say(cause)),
                Nodes.text(Integer.toString(count(cause))),
                Nodes.text(share(count(cause), summary.totals().failed()))));
      }
    }
    return table.build();
  }

  private static String share(int part, int whole) {
    return BigDecimal.valueOf(100L * part)
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
            .toPlainString()
        + "%";
  }

  private List<Node> group(Cause cause) {
    List<Node> blocks = new ArrayList<>();
    String name = wording.say(cause);
    blocks.add(
        Nodes.heading(3, wording.say(ReportPhrase.OF_CAUSE, name, Integer.toString(count(cause)))));
    List<Failure> listed = failures(cause);
    blocks.add(table(listed));
    int more = count(cause) - listed.size();
    if (more > 0) {
      String scenario = result.scenario();
      blocks.add(
          Nodes.paragraph(
              wording.say(
                  ReportPhrase.MORE,
                  Integer.toString(more),
                  scenario + "-summary.json",
                  "raw/" + scenario + "-chats.jsonl")));
    }
    return blocks;
  }

  /** The first ones by id. */
  private List<Failure> failures(Cause cause) {
    Stream<Failure> recorded =
        chats.failures(cause).stream().limit(MOST_PER_CAUSE).map(Failure::of);
    Stream<Failure> missing =
        cause == Cause.UNKNOWN
            ? Arrays.stream(chats.missing()).limit(MOST_PER_CAUSE).mapToObj(Failure::withoutRecord)
            : Stream.empty();
    return Stream.concat(recorded, missing)
        .sorted(Comparator.comparingInt(Failure::id))
        .limit(MOST_PER_CAUSE)
        .toList();
  }

  private Node table(List<Failure> failures) {
    Table table =
        new Table()
            .figures("id")
            .words(wording.say(CommonPhrase.TRACE_ID))
            .words(wording.say(CommonPhrase.STARTED))
            .words(wording.say(CommonPhrase.STATUS))
            .words(wording.say(CommonPhrase.OUTCOME))
            .figures(wording.say(ReportPhrase.ENDED_AFTER))
            .words(wording.say(ReportPhrase.LAST_EVENT))
            .words(wording.say(CommonPhrase.ERROR))
            .words(wording.say(ReportPhrase.FIND));
    for (Failure failure : failures) {
      table.row(
          List.of(
              Nodes.text(Integer.toString(failure.id())),
              traces.node(failure.traceId()),
              Nodes.foreign(failure.startedAt()),
              Nodes.text(failure.status() == null ? "—" : failure.status().toString()),
              Nodes.code(failure.outcome().name()),
              Nodes.text(
                  failure.elapsedMs() == null ? "—" : Figures.millis(failure.elapsedMs()) + " ms"),
              Nodes.foreign(failure.lastEvent()),
              Nodes.foreign(failure.error()),
              LogSearch.command(failure.traceId())));
    }
    return table.build();
  }
}
