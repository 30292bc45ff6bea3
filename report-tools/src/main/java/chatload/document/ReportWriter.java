package chatload.document;

import chatload.UserError;
import chatload.evidence.Change;
import chatload.evidence.EvidenceSeal;
import chatload.evidence.HashesToCome;
import chatload.gatling.GatlingRun;
import chatload.gatling.ResultsFolder;
import chatload.render.HtmlPage;
import chatload.render.Markdown;
import chatload.render.OutputFile;
import chatload.render.OutputFile.Content;
import chatload.run.Json;
import chatload.run.ReportDir;
import chatload.run.RunEvidence;
import chatload.run.RunFiles;
import chatload.run.RunManifest;
import chatload.run.Scenario;
import chatload.settings.Settings.Language;
import chatload.verdict.JobJudge;
import chatload.verdict.Reason;
import chatload.verdict.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.commonmark.node.Node;

/**
 * Turns the raw files of a report directory into {@code <scenario>-summary.json}, {@code
 * <scenario>-report.md}, {@code OVERVIEW.md} and {@code OVERVIEW.html}, and Gatling's logs into
 * their {@code js/stats.json}. What it writes depends on nothing but these files and the language.
 */
public final class ReportWriter {

  private ReportWriter() {}

  /**
   * Reads, judges and writes.
   *
   * @throws UserError when the directory holds no run, a file can't be read or written, or one that
   *     is to be replaced is somebody else's
   */
  public static JobResult write(ReportDir dir, Language language) {
    return write(dir, language, result -> {});
  }

  /**
   * As {@link #write(ReportDir, Language)}.
   *
   * @param beforeWriting told the result before anything is written
   */
  public static JobResult write(
      ReportDir dir, Language language, Consumer<JobResult> beforeWriting) {
    Map<String, GatlingRun> gatling = gatling(dir);
    JobResult result = read(dir, gatling);
    Map<String, Content> contents = contents(dir, result, language);
    OwnDocuments.require(dir, result, contents);
    beforeWriting.accept(result);
    contents.forEach(
        (name, content) -> OutputFile.write(dir.folder(), dir.root().resolve(name), content));
    gatling.values().forEach(ReportWriter::writeStats);
    return result;
  }

  /** {@link #write(ReportDir, Language)} in English. */
  public static JobResult write(ReportDir dir) {
    return write(dir, Language.EN);
  }

  /**
   * Every document that {@link #write} writes, by its path inside the directory, in the order in
   * which they are written and in the language of the overview that is there. Nothing is written
   * here: whoever verifies a directory compares.
   *
   * @param result from {@link #read} on the same directory
   */
  public static Map<String, String> compose(ReportDir dir, JobResult result) {
    Map<String, String> texts = new LinkedHashMap<>();
    contents(dir, result, ReportLanguage.of(dir))
        .forEach((name, content) -> texts.put(name, text(content)));
    texts.putAll(stats(dir, gatling(dir)));
    return texts;
  }

  /** What is computed from Gatling's logs and stands beside them, by path inside the directory. */
  private static Map<String, String> stats(ReportDir dir, Map<String, GatlingRun> gatling) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (GatlingRun run : gatling.values()) {
      if (run instanceof GatlingRun.Measured measured && measured.stats().isPresent()) {
        texts.put(
            name(dir, measured.folder().statsJson()),
            new String(ResultsFolder.json(measured.stats().get()), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private static Map<String, Content> contents(ReportDir dir, JobResult result, Language language) {
    Attachments attachments = Attachments.read(dir);
    Wording wording = new Wording(OverviewPhrases.in(language));
    Map<String, Content> files = new LinkedHashMap<>();
    for (ScenarioResult scenario : result.scenarios()) {
      scenario
          .summary()
          .ifPresent(
              summary -> files.put(name(dir, dir.summary(scenario.scenario())), json(summary)));
      if (scenario.wasRun()) {
        files.put(
            name(dir, dir.report(scenario.scenario())),
            out ->
                out.write(Markdown.render(ScenarioReport.compose(scenario, attachments, wording))));
      }
    }
    files.put(
        name(dir, dir.overview()),
        out ->
            out.write(Markdown.render(Overview.compose(result, attachments, wording, List.of()))));
    files.put(name(dir, dir.overviewHtml()), out -> out.write(html(result, attachments, wording)));
    return files;
  }

  private static String html(JobResult result, Attachments attachments, Wording wording) {
    List<Node> charts = new OverviewCharts(result, wording).blocks();
    return HtmlPage.render(
        ReportLanguage.tag(wording.phrases().language()),
        wording.say(OverviewPhrases.Phrase.TITLE) + ": " + result.status(),
        Overview.compose(result, attachments, wording, charts));
  }

  /** Piece by piece: a summary names every failed chat. */
  private static Content json(Summary summary) {
    return out -> {
      Json.PRETTY.writeValue(out, summary);
      out.write('\n');
    };
  }

  static String text(Content content) {
    StringWriter out = new StringWriter();
    try {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String name(ReportDir dir, Path file) {
    return dir.root().relativize(file).toString().replace('\\', '/');
  }

  /** Beside the log that it is from; one that is there stays as it is. */
  private static void writeStats(GatlingRun gatling) {
    if (gatling instanceof GatlingRun.Measured measured) {
      measured.stats().ifPresent(measured.folder()::write);
    }
  }

  /**
   * Reads and judges, and writes nothing.
   *
   * @throws UserError when the directory holds no run, or a file can't be read
   */
  public static JobResult read(ReportDir dir) {
    return read(dir, gatling(dir));
  }

  private static JobResult read(ReportDir dir, Map<String, GatlingRun> gatling) {
    Optional<HashesToCome> hashes =
        EvidenceSeal.isSealed(dir) ? Optional.of(HashesToCome.of(dir)) : Optional.empty();
    List<ScenarioResult> scenarios =
        Scenario.PRESETS.stream()
            .map(preset -> result(dir, preset.name(), gatling.get(preset.name())))
            .toList();
    if (scenarios.stream().noneMatch(ScenarioResult::wasRun)) {
      throw noRun(dir);
    }
    List<RunManifest> manifests =
        scenarios.stream().flatMap(scenario -> scenario.manifest().stream()).toList();
    List<Reason> conflicts = new ArrayList<>(JobJudge.conflicts(manifests));
    List<Verdict> verdicts = scenarios.stream().map(ScenarioResult::verdict).toList();
    JobResult result = new JobResult(JobJudge.judge(verdicts, conflicts), conflicts, scenarios);
    List<Change> changes =
        hashes
            .map(
                some ->
                    EvidenceSeal.changes(dir, result.runId(), stats(dir, gatling).keySet(), some))
            .orElse(List.of());
    if (changes.isEmpty()) {
      return result;
    }
    conflicts.add(JobJudge.evidenceChanged(inWords(changes)));
    return new JobResult(JobJudge.judge(verdicts, conflicts), conflicts, scenarios);
  }

  private static String inWords(List<Change> changes) {
    return changes.stream()
        .map(change -> change.path() + ": " + change.kind().meaning())
        .collect(Collectors.joining("; "));
  }

  private static Map<String, GatlingRun> gatling(ReportDir dir) {
    Map<String, GatlingRun> runs = new LinkedHashMap<>();
    for (Scenario preset : Scenario.PRESETS) {
      runs.put(preset.name(), GatlingRun.of(dir, preset.name()));
    }
    return runs;
  }

  private static ScenarioResult result(ReportDir dir, String scenario, GatlingRun gatling) {
    Optional<RunEvidence> evidence = RunFiles.read(dir, scenario);
    Optional<Summary> summary = evidence.map(found -> Summarizer.summarize(found, gatling));
    Verdict verdict = summary.map(Summary::verdict).orElseGet(() -> JobJudge.notRun(scenario));
    return new ScenarioResult(scenario, evidence, summary, verdict);
  }

  private static UserError noRun(ReportDir dir) {
    String wanted =
        Scenario.PRESETS.stream()
            .map(preset -> "raw/" + preset.name() + "-run.json")
            .collect(Collectors.joining(", "));
    return UserError.input(
        dir.root() + " holds no run: there is none of " + wanted,
        "Name the directory of a run with --report-dir, or make one:"
            + " ./loadtest scenarios --url https://…/api/chat --report-dir "
            + dir.root());
  }
}
