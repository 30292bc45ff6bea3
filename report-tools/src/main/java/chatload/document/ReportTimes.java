package chatload.document;

import chatload.document.OverviewPhrases.Phrase;
import chatload.metric.Figures;
import chatload.metric.LatencySummary;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.run.ChatRecord;
import chatload.run.ChatTime;
import chatload.run.RecordedChats;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** How long chats took, which chat each figure is, and which were the slowest. */
final class ReportTimes {

  static final int MOST_SLOWEST = 5;

  private final ScenarioResult result;
  private final Summary.Latency latency;
  private final RecordedChats chats;
  private final Wording wording;

  ReportTimes(ScenarioResult result, Wording wording) {
    this.result = result;
    this.latency = result.summary().orElseThrow().latency();
    this.chats = result.evidence().orElseThrow().chats();
    this.wording = wording;
  }

  List<Node> blocks() {
    if (result.manifest().isEmpty()) {
      return List.of();
    }
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(2, wording.say(Phrase.LATENCY)));
    blocks.add(Nodes.paragraph(wording.say(Phrase.LATENCY_NOTE)));
    blocks.add(new OverviewChats(JobResult.of(result), wording).latency());
    if (chats.ok() > 0) {
      blocks.add(Nodes.heading(3, wording.say(ReportPhrase.BEHIND)));
      blocks.add(Nodes.paragraph(wording.say(ReportPhrase.BEHIND_NOTE)));
      blocks.add(behind());
      blocks.add(Nodes.heading(2, wording.say(ReportPhrase.SLOWEST)));
      blocks.add(Nodes.heading(3, wording.say(ReportPhrase.BY_TOTAL)));
      blocks.add(slowest(ChatTime.TOTAL));
      blocks.add(Nodes.heading(3, wording.say(ReportPhrase.BY_FIRST_TOKEN)));
      blocks.add(slowest(ChatTime.FIRST_TOKEN));
      blocks.add(Nodes.paragraph(wording.say(ReportPhrase.FIND_NOTE)));
    }
    return blocks;
  }

  private Node behind() {
    Table table =
        new Table()
            .words(wording.say(Phrase.TIME))
            .words(wording.say(ReportPhrase.FIGURE))
            .figures("ms")
            .figures("id")
            .words(wording.say(Phrase.TRACE_ID))
            .words(wording.say(Phrase.STARTED));
    behind(table, Phrase.FIRST_TOKEN, ChatTime.FIRST_TOKEN, latency.firstToken());
    behind(table, Phrase.TOTAL, ChatTime.TOTAL, latency.total());
    return table.build();
  }

  private void behind(Table table, Phrase name, ChatTime time, LatencySummary figures) {
    behind(table, name, "P50", time, figures.p50());
    behind(table, name, "P95", time, figures.p95());
    behind(table, name, "P99", time, figures.p99());
    behind(table, name, wording.say(Phrase.MAX), time, figures.max());
    behind(table, name, wording.say(Phrase.MIN), time, figures.min());
  }

  private void behind(Table table, Phrase name, String figure, ChatTime time, double millis) {
    ChatRecord chat = chats.withTime(time, millis).orElseThrow();
    table.row(
        List.of(
            Nodes.text(wording.say(name)),
            Nodes.text(figure),
            Nodes.text(Figures.millis(millis)),
            Nodes.text(Integer.toString(chat.id())),
            Nodes.foreign(chat.traceId()),
            Nodes.foreign(chat.startedAt())));
  }

  private Node slowest(ChatTime time) {
    Table table =
        new Table()
            .figures("id")
            .words(wording.say(Phrase.TRACE_ID))
            .words(wording.say(Phrase.STARTED))
            .figures(wording.say(Phrase.FIRST_TOKEN))
            .figures(wording.say(Phrase.TOTAL))
            .figures(wording.say(ReportPhrase.CHUNKS))
            .figures(wording.say(ReportPhrase.MAX_GAP))
            .words(wording.say(ReportPhrase.FIND));
    for (ChatRecord chat : chats.slowest(time, MOST_SLOWEST)) {
      table.row(
          List.of(
              Nodes.text(Integer.toString(chat.id())),
              Nodes.foreign(chat.traceId()),
              Nodes.foreign(chat.startedAt()),
              Nodes.text(Figures.millis(chat.firstTokenMs()) + " ms"),
              Nodes.text(Figures.millis(chat.totalMs()) + " ms"),
              Nodes.text(Integer.toString(chat.chunks())),
              Nodes.text(chat.maxGapMs() == null ? "—" : Figures.millis(chat.maxGapMs()) + " ms"),
              LogSearch.command(chat.traceId())));
    }
    return table.build();
  }
}
