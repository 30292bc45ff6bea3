package chatload.document;

import chatload.metric.Figures;
import chatload.metric.Rounding;
import chatload.preflight.PreflightCheck;
import chatload.preflight.PreflightFile;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.result.Summary;
import chatload.result.TraceLinks;
import chatload.run.CancelPlan;
import chatload.run.DataUsed;
import chatload.run.JobPlan;
import chatload.run.PlannedPart;
import chatload.run.ProtocolUsed;
import chatload.run.RunManifest;
import chatload.run.RunManifest.Calibration;
import chatload.run.Watched;
import chatload.words.CommonPhrase;
import chatload.words.Phrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Node;

/** What was tested, by what, under which preconditions. */
final class OverviewRun {

  private final JobResult job;
  private final Wording wording;

  OverviewRun(JobResult job, Wording wording) {
    this.job = job;
    this.wording = wording;
  }

  List<Node> blocks(PreflightFile preflight) {
    List<Node> blocks = new ArrayList<>();
    if (!job.manifests().isEmpty()) {
      blocks.add(Nodes.heading(2, wording.say(OverviewPhrase.TARGET_AND_RUN)));
      blocks.add(facts());
      sameQuestion().ifPresent(blocks::add);
      blocks.add(Nodes.heading(2, wording.say(OverviewPhrase.LOAD_GENERATOR)));
      blocks.add(Nodes.bullets(job.manifests().stream().flatMap(this::generator).toList()));
    }
    blocks.add(Nodes.heading(2, wording.say(CommonPhrase.PRECONDITIONS)));
    blocks.add(preconditions(preflight));
    return blocks;
  }

  private Node facts() {
    Table table = new Table().words(wording.say(CommonPhrase.SCENARIO));
    List<RunManifest> runs = job.manifests();
    runs.forEach(run -> table.words(run.scenario()));
    row(table, OverviewPhrase.TARGET, run -> Nodes.foreign(run.config().url()));
    row(table, OverviewPhrase.KIND, run -> Nodes.text(kind(run.target())));
    row(table, OverviewPhrase.RUN_ID, run -> Nodes.foreign(run.runId()));
    row(table, CommonPhrase.STARTED, run -> Nodes.foreign(run.startedAt()));
    row(table, OverviewPhrase.FINISHED, run -> Nodes.foreign(run.finishedAt()));
    row(
        table,
        OverviewPhrase.USERS,
        run ->
            Nodes.text(run.config().isOpen() ? "—" : Integer.toString(run.config().concurrency())));
    if (runs.stream().anyMatch(run -> run.config().isOpen())) {
      row(table, OverviewPhrase.LOAD, run -> ReportFacts.load(run.config()));
    }
    if (runs.stream().anyMatch(run -> totals(run).atOnce() != null)) {
      row(table, OverviewPhrase.AT_ONCE, run -> figure(totals(run).atOnce()));
      row(table, OverviewPhrase.USERS_WITHOUT_OK, run -> figure(totals(run).usersWithoutOk()));
    }
    if (runs.stream().anyMatch(run -> totals(run).good() != null)) {
      row(table, OverviewPhrase.GOOD_CHATS, run -> figure(totals(run).good()));
    }
    row(
        table,
        OverviewPhrase.TIME_LIMIT,
        run -> Nodes.text(ReadableDuration.of(run.config().timeoutMs(), wording)));
    row(table, OverviewPhrase.DURATION, run -> Nodes.text(duration(run)));
    row(table, OverviewPhrase.THROUGHPUT, run -> Nodes.text(throughput(run)));
    row(table, OverviewPhrase.IDENTITY, run -> Nodes.foreign(identity(run.config())));
    row(table, OverviewPhrase.MESSAGE, run -> Nodes.foreign(message(run.config())));
    if (runs.stream().anyMatch(run -> run.config().cancel() != null)) {
      row(table, OverviewPhrase.GIVING_UP, run -> Nodes.text(givingUp(run.config())));
    }
    job.expected()
        .plan()
        .map(JobPlan::gate)
        .ifPresent(
            gate -> row(table, OverviewPhrase.GATE_FILE, run -> Nodes.foreign(gate.title())));
    job.expected()
        .plan()
        .map(JobPlan::merged)
        .ifPresent(parts -> row(table, OverviewPhrase.PARTS, run -> Nodes.foreign(hosts(parts))));
    row(table, OverviewPhrase.LOAD_GENERATOR, run -> Nodes.text(machine(run)));
    row(table, OverviewPhrase.TOOL_VERSIONS, run -> Nodes.foreign(versions(run.tool())));
    return table.build();
  }

  private static String hosts(List<PlannedPart.Merged> parts) {
    return parts.stream()
        .map(part -> part.part() + (part.host() == null ? "" : " (" + part.host() + ")"))
        .collect(Collectors.joining(", "));
  }

  /** What is asked: the message, or the file that it was taken from. */
  static String message(RunManifest.Config config) {
    DataUsed data = config.data();
    return data == null
        ? config.message()
        : data.name() + ", " + data.order().name().toLowerCase(Locale.ROOT);
  }

  private String givingUp(RunManifest.Config config) {
    CancelPlan cancel = config.cancel();
    return cancel == null
        ? "—"
        : wording.say(
            OverviewPhrase.GIVEN_UP,
            Integer.toString(cancel.count(config.requests())),
            Integer.toString(config.requests()),
            Long.toString(cancel.afterMs()));
  }

  /** That caches may flatter the figures, where chats of a scenario all ask the same. */
  private Optional<Node> sameQuestion() {
    List<String> same =
        job.manifests().stream()
            .filter(run -> run.config().requests() > 1 && run.config().isOneMessage())
            .map(RunManifest::scenario)
            .toList();
    return same.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Nodes.paragraph(wording.say(OverviewPhrase.SAME_QUESTION, String.join(", ", same))));
  }

  private void row(Table table, Phrase title, Function<RunManifest, Node> fact) {
    List<Node> cells = new ArrayList<>();
    cells.add(Nodes.text(wording.say(title)));
    job.manifests().forEach(run -> cells.add(fact.apply(run)));
    table.row(cells);
  }

  private static Node figure(Number figure) {
    return Nodes.text(figure == null ? "—" : figure.toString());
  }

  /** Tenant and user; a dash where the token said nothing. */
  static String identity(RunManifest.Config config) {
    return Objects.requireNonNullElse(config.tenantId(), "—")
        + ", "
        + Objects.requireNonNullElse(config.userId(), "—");
  }

  private static String kind(RunManifest.Target target) {
    String kind = target.kind() + (Boolean.TRUE.equals(target.http2()) ? ", HTTP/2" : "");
    ProtocolUsed protocol = target.protocol();
    return protocol == null ? kind : kind + ", " + protocol.title();
  }

  private String duration(RunManifest run) {
    Double millis = totals(run).durationMs();
    return millis == null ? "—" : ReadableDuration.of(millis, wording);
  }

  private String throughput(RunManifest run) {
    return totals(run).throughputRps() == null
        ? "—"
        : Figures.perSecond(totals(run).throughputRps());
  }

  private Summary.Totals totals(RunManifest run) {
    return job.scenarios().stream()
        .filter(result -> result.scenario().equals(run.scenario()))
        .findFirst()
        .flatMap(ScenarioResult::summary)
        .orElseThrow()
        .totals();
  }

  String machine(RunManifest run) {
    if (run.generator() == null) {
      return "—";
    }
    return wording.say(
        OverviewPhrase.MACHINE,
        Integer.toString(run.generator().processors()),
        Long.toString(run.generator().maxHeapMb()));
  }

  static String versions(RunManifest.Tool tool) {
    return "chatload "
        + tool.chatload()
        + ", Gatling "
        + tool.gatling()
        + ", Java "
        + tool.java()
        + ", "
        + tool.os();
  }

  /** How the load generator did before the run and during it, one item each. */
  Stream<List<Node>> generator(RunManifest run) {
    return Stream.concat(Stream.of(calibration(run)), watched(run))
        .map(sentence -> List.of(Nodes.text(sentence)));
  }

  private Stream<String> watched(RunManifest run) {
    Watched watch = run.generator() == null ? null : run.generator().watch();
    if (watch == null) {
      return Stream.of(wording.say(OverviewPhrase.NOT_WATCHED, run.scenario()));
    }
    return Stream.of(
        wording.say(
            OverviewPhrase.WATCHED,
            run.scenario(),
            millis(watch.loopLag().p95Ms()),
            millis(watch.loopLag().maxMs()),
            millis(watch.dispatchDelay().p95Ms()),
            millis(watch.dispatchDelay().maxMs())),
        wording.say(
            OverviewPhrase.WATCHED_MACHINE,
            run.scenario(),
            Rounding.plain(watch.coresUsed()).toPlainString(),
            Integer.toString(run.generator().processors()),
            watch.machineLoad() == null ? "—" : Figures.wholePercent(watch.machineLoad(), 1),
            Long.toString(watch.gc().pauses()),
            Long.toString(watch.gc().totalMs()),
            Long.toString(watch.gc().longestMs())));
  }

  private String calibration(RunManifest run) {
    Calibration calibration = run.generator() == null ? null : run.generator().calibration();
    if (calibration == null) {
      return wording.say(OverviewPhrase.NOT_CALIBRATED, run.scenario());
    }
    return wording.say(
        calibration.converged() ? OverviewPhrase.CALIBRATED : OverviewPhrase.CALIBRATED_UNSETTLED,
        run.scenario(),
        millis(calibration.firstTokenErrorP95Ms()),
        millis(calibration.totalErrorP95Ms()),
        Integer.toString(calibration.n()),
        Integer.toString(calibration.chats()),
        Integer.toString(calibration.rounds()));
  }

  private Node preconditions(PreflightFile preflight) {
    if (!preflight.exists()) {
      return Nodes.paragraph(wording.say(OverviewPhrase.PREFLIGHT_ABSENT));
    }
    if (preflight.report().isEmpty()) {
      return Nodes.paragraph(wording.say(OverviewPhrase.PREFLIGHT_UNREADABLE));
    }
    Table table =
        new Table()
            .words(wording.say(CommonPhrase.CHECK))
            .words(wording.say(OverviewPhrase.PASSED))
            .words(wording.say(CommonPhrase.OBSERVED))
            .words(wording.say(CommonPhrase.STATUS))
            .figures(wording.say(OverviewPhrase.TIME))
            .words(wording.say(CommonPhrase.TRACE_ID));
    for (PreflightCheck check : preflight.checks()) {
      table.row(
          List.of(
              Nodes.foreign(check.name()),
              Nodes.text(check.passed() ? "✓" : "✗"),
              Nodes.foreign(check.observed()),
              Nodes.foreign(check.status() == null ? null : check.status().toString()),
              Nodes.text(check.elapsedMs() == null ? "—" : millis(check.elapsedMs()) + " ms"),
              TraceLinks.of(job).node(check.traceId())));
    }
    preflight
        .notAsked()
        .forEach(
            one ->
                table.row(
                    List.of(
                        Nodes.foreign(one.name()),
                        Nodes.text("–"),
                        Nodes.foreign(one.why()),
                        Nodes.text("—"),
                        Nodes.text("—"),
                        Nodes.text("—"))));
    return table.build();
  }

  private static String millis(Double millis) {
    return millis == null ? "—" : Figures.millis(millis);
  }
}
