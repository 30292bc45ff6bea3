package chatload.document;

import chatload.metric.ChatTime;
import chatload.metric.Figures;
import chatload.metric.Metrics;
import chatload.records.ChatPoint;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.result.Summary;
import chatload.run.RunManifest;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;

/** What was in force during one run, what came out in all, and how the load generator did. */
final class ReportFacts {

  private final ScenarioResult result;
  private final Wording wording;

  ReportFacts(ScenarioResult result, Wording wording) {
    this.result = result;
    this.wording = wording;
  }

  List<Node> blocks() {
    Optional<RunManifest> manifest = result.manifest();
    if (manifest.isEmpty()) {
      return List.of();
    }
    return List.of(
        Nodes.heading(2, wording.say(ReportPhrase.TOTALS)),
        totals(),
        Nodes.heading(2, wording.say(ReportPhrase.CONFIGURATION)),
        configuration(manifest.get()),
        Nodes.heading(2, wording.say(OverviewPhrase.LOAD_GENERATOR)),
        generator(manifest.get()));
  }

  private Node totals() {
    Summary.Totals totals = result.summary().orElseThrow().totals();
    boolean usersKnown = totals.atOnce() != null;
    Table table =
        new Table()
            .figures(wording.say(ReportPhrase.REQUESTS))
            .figures(wording.say(CommonPhrase.OK_CHATS))
            .figures(wording.say(CommonPhrase.FAILED))
            .figures(wording.say(Metrics.SUCCESS_RATE))
            .figures(wording.say(OverviewPhrase.DURATION))
            .figures(wording.say(OverviewPhrase.THROUGHPUT))
            .figures(wording.say(OverviewPhrase.AT_ONCE));
    List<Node> figures =
        new ArrayList<>(
            List.of(
                Nodes.text(totals.requests().toString()),
                Nodes.text(totals.success().toString()),
                Nodes.text(totals.failed().toString()),
                Nodes.text(
                    result.verdict().check(Metrics.SUCCESS_RATE).orElseThrow().figureWithUnit()),
                Nodes.text(
                    totals.durationMs() == null
                        ? "—"
                        : ReadableDuration.of(totals.durationMs(), wording)),
                Nodes.text(
                    totals.throughputRps() == null
                        ? "—"
                        : Figures.perSecond(totals.throughputRps())),
                Nodes.text(
                    usersKnown ? totals.atOnce().toPlainString() : inFlight(totals.durationMs()))));
    if (usersKnown) {
      table.figures(wording.say(OverviewPhrase.USERS_WITHOUT_OK));
      figures.add(Nodes.text(totals.usersWithoutOk().toString()));
    }
    if (totals.good() != null) {
      table.figures(wording.say(ReportPhrase.GOOD));
      figures.add(Nodes.text(totals.good().toString()));
    }
    if (totals.cancelled() != null) {
      table.figures(wording.say(ReportPhrase.GIVEN_UP));
      figures.add(Nodes.text(totals.cancelled().toString()));
    }
    if (totals.differentReplies() != null) {
      table.figures(wording.say(ReportPhrase.DIFFERENT_REPLIES));
      figures.add(Nodes.text(totals.differentReplies().toString()));
    }
    table.row(figures);
    return table.build();
  }

  /** Time spent in chats per time that went by: what there is where users are not known. */
  private String inFlight(Double durationMs) {
    if (durationMs == null || !(durationMs > 0)) {
      return "—";
    }
    double inChats =
        result.evidence().orElseThrow().chats().points(ChatTime.TOTAL).stream()
            .mapToDouble(ChatPoint::millis)
            .sum();
    return Figures.millis(inChats / durationMs);
  }

  /** An open load in words; a dash for users who send one chat after the other. */
  static Node load(RunManifest.Config config) {
    if (!config.isOpen()) {
      return Nodes.text("—");
    }
    Integer most = config.load().maxInFlight();
    return Nodes.foreign(config.load().shape() + (most == null ? "" : ", maxInFlight " + most));
  }

  private Node configuration(RunManifest run) {
    Table table =
        new Table().words(wording.say(ReportPhrase.SETTING)).words(wording.say(ReportPhrase.VALUE));
    RunManifest.Config config = run.config();
    fact(table, wording.say(OverviewPhrase.TARGET), Nodes.foreign(config.url()));
    fact(table, wording.say(OverviewPhrase.KIND), Nodes.text(run.target().kind()));
    fact(table, wording.say(OverviewPhrase.RUN_ID), Nodes.foreign(run.runId()));
    fact(table, wording.say(CommonPhrase.STARTED), Nodes.foreign(run.startedAt()));
    fact(table, wording.say(OverviewPhrase.FINISHED), Nodes.foreign(run.finishedAt()));
    fact(table, wording.say(CommonPhrase.CHATS), Nodes.text(Integer.toString(config.requests())));
    if (config.isOpen()) {
      fact(table, wording.say(OverviewPhrase.LOAD), load(config));
    } else {
      fact(
          table,
          wording.say(OverviewPhrase.USERS),
          Nodes.text(Integer.toString(config.concurrency())));
    }
    fact(
        table,
        wording.say(OverviewPhrase.TIME_LIMIT),
        Nodes.text(ReadableDuration.of(config.timeoutMs(), wording)));
    fact(table, wording.say(OverviewPhrase.IDENTITY), Nodes.foreign(OverviewRun.identity(config)));
    fact(table, wording.say(ReportPhrase.AUTH_MODE), Nodes.foreign(config.authMode()));
    fact(table, wording.say(ReportPhrase.THREAD_PREFIX), Nodes.foreign(config.threadPrefix()));
    fact(table, wording.say(OverviewPhrase.MESSAGE), Nodes.foreign(OverviewRun.message(config)));
    fact(
        table,
        wording.say(OverviewPhrase.TOOL_VERSIONS),
        Nodes.foreign(OverviewRun.versions(run.tool())));
    return table.build();
  }

  private static void fact(Table table, String name, Node value) {
    table.row(List.of(Nodes.text(name), value));
  }

  private Node generator(RunManifest run) {
    List<List<Node>> items = new ArrayList<>();
    OverviewRun facts = new OverviewRun(JobResult.of(result), wording);
    facts.generator(run).forEach(items::add);
    items.add(List.of(Nodes.text(facts.machine(run))));
    if (run.generator() != null) {
      run.generator()
          .problems()
          .forEach(problem -> items.add(wording.quoting(ReportPhrase.PROBLEM, problem)));
    }
    return Nodes.bullets(items);
  }
}
