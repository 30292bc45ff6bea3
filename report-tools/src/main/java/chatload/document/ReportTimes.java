package chatload.document;

import chatload.metric.ChatTime;
import chatload.metric.Figures;
import chatload.metric.Latencies;
import chatload.metric.LatencySummary;
import chatload.metric.Metrics;
import chatload.metric.TimePhrase;
import chatload.records.RecordedChats;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.result.JobResult;
import chatload.result.LogSearch;
import chatload.result.ScenarioResult;
import chatload.result.TraceLinks;
import chatload.run.ChatRecord;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** How long chats took, which chat each figure is, and which were the slowest. */
final class ReportTimes {

  static final int MOST_SLOWEST = 5;

  private final ScenarioResult result;
  private final Latencies latency;
  private final RecordedChats chats;
  private final List<ChatTime> times;
  private final TraceLinks traces;
  private final Wording wording;

  ReportTimes(ScenarioResult result, TraceLinks traces, Wording wording) {
    this.result = result;
    this.latency = result.summary().orElseThrow().latency();
    this.chats = result.evidence().orElseThrow().chats();
    this.times = result.manifest().map(run -> run.thresholds().times()).orElse(List.of());
    this.traces = traces;
    this.wording = wording;
  }

  List<Node> blocks() {
    if (result.manifest().isEmpty()) {
      return List.of();
    }
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(2, wording.say(OverviewPhrase.LATENCY)));
    blocks.add(Nodes.paragraph(wording.say(OverviewPhrase.LATENCY_NOTE)));
    blocks.add(new OverviewChats(JobResult.of(result), wording).latency());
    if (chats.ok() > 0) {
      blocks.add(Nodes.heading(3, wording.say(ReportPhrase.BEHIND)));
      blocks.add(Nodes.paragraph(wording.say(ReportPhrase.BEHIND_NOTE)));
      blocks.add(behind());
      blocks.add(Nodes.heading(2, wording.say(ReportPhrase.SLOWEST)));
      for (ChatTime time : Metrics.TIMES.stream().filter(times::contains).toList()) {
        blocks.add(Nodes.heading(3, wording.say(new TimePhrase(time, TimePhrase.Kind.SLOWEST))));
        blocks.add(slowest(time));
      }
      blocks.add(Nodes.paragraph(wording.say(ReportPhrase.FIND_NOTE)));
      chats.longestStall().map(this::stall).ifPresent(blocks::add);
    }
    return blocks;
  }

  private Node stall(ChatRecord chat) {
    List<Node> sentence =
        wording.quoting(
            ReportPhrase.LONGEST_STALL,
            chat.traceId(),
            Figures.millis(chat.stallMs()),
            Integer.toString(chat.maxGapAt()),
            Integer.toString(chat.chunks()),
            Integer.toString(chat.id()));
    return Nodes.bullets(List.of(traces.in(sentence)));
  }

  private Node behind() {
    Table table =
        new Table()
            .words(wording.say(OverviewPhrase.TIME))
            .words(wording.say(ReportPhrase.FIGURE))
            .figures("ms")
            .figures("id")
            .words(wording.say(CommonPhrase.TRACE_ID))
            .words(wording.say(CommonPhrase.STARTED));
    for (ChatTime time : times) {
      if (latency.of(time).n() > 0) {
        behind(table, time, latency.of(time));
      }
    }
    return table.build();
  }

  private void behind(Table table, ChatTime time, LatencySummary figures) {
    behind(table, time, "P50", figures.p50());
    behind(table, time, "P95", figures.p95());
    behind(table, time, "P99", figures.p99());
    behind(table, time, wording.say(OverviewPhrase.MAX), figures.max());
    behind(table, time, wording.say(OverviewPhrase.MIN), figures.min());
  }

  private void behind(Table table, ChatTime time, String figure, double millis) {
    ChatRecord chat = chats.withTime(time, millis).orElseThrow();
    table.row(
        List.of(
            Nodes.text(wording.say(time)),
            Nodes.text(figure),
            Nodes.text(Figures.millis(millis)),
            Nodes.text(Integer.toString(chat.id())),
            traces.node(chat.traceId()),
            Nodes.foreign(chat.startedAt())));
  }

  private Node slowest(ChatTime time) {
    Table table =
        new Table()
            .figures("id")
            .words(wording.say(CommonPhrase.TRACE_ID))
            .words(wording.say(CommonPhrase.STARTED));
    times.forEach(one -> table.figures(wording.say(one)));
    table
        .figures(wording.say(ReportPhrase.CHUNKS))
        .figures(wording.say(ReportPhrase.MAX_GAP))
        .words(wording.say(ReportPhrase.FIND));
    for (ChatRecord chat : chats.slowest(time, MOST_SLOWEST)) {
      List<Node> row = new ArrayList<>();
      row.add(Nodes.text(Integer.toString(chat.id())));
      row.add(traces.node(chat.traceId()));
      row.add(Nodes.foreign(chat.startedAt()));
      times.forEach(one -> row.add(Nodes.text(Figures.millis(one.of(chat)) + " ms")));
      row.add(Nodes.text(Integer.toString(chat.chunks())));
      row.add(Nodes.text(chat.maxGapMs() == null ? "—" : Figures.millis(chat.stallMs()) + " ms"));
      row.add(LogSearch.command(chat.traceId()));
      table.row(row);
    }
    return table.build();
  }
}
