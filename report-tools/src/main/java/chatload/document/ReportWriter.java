package chatload.document;

import chatload.UserError;
import chatload.render.HtmlPage;
import chatload.render.Markdown;
import chatload.render.OutputFile;
import chatload.run.Json;
import chatload.run.ReportDir;
import chatload.run.RunEvidence;
import chatload.run.RunFiles;
import chatload.run.Scenario;
import chatload.settings.Settings.Language;
import chatload.verdict.JobJudge;
import chatload.verdict.Reason;
import chatload.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.node.Node;

/**
 * Turns the raw files of a report directory into {@code <scenario>-summary.json}, {@code
 * <scenario>-report.md}, {@code OVERVIEW.md} and {@code OVERVIEW.html}. What it writes depends on
 * nothing but these files and the language.
 */
public final class ReportWriter {

  private ReportWriter() {}

  /**
   * Reads, judges and writes.
   *
   * @throws UserError when the directory holds no run, or a file can't be read or written
   */
  public static JobResult write(ReportDir dir, Language language) {
    JobResult result = read(dir);
    Attachments attachments = Attachments.read(dir);
    Wording wording = new Wording(OverviewPhrases.in(language));
    for (ScenarioResult scenario : result.scenarios()) {
      scenario.summary().ifPresent(summary -> write(dir, summary));
      if (scenario.wasRun()) {
        OutputFile.write(
            dir.report(scenario.scenario()),
            Markdown.render(ScenarioReport.compose(scenario, attachments, wording)));
      }
    }
    OutputFile.write(
        dir.overview(), Markdown.render(Overview.compose(result, attachments, wording, List.of())));
    OutputFile.write(dir.overviewHtml(), html(result, attachments, wording));
    return result;
  }

  /** {@link #write(ReportDir, Language)} in English. */
  public static JobResult write(ReportDir dir) {
    return write(dir, Language.EN);
  }

  private static String html(JobResult result, Attachments attachments, Wording wording) {
    List<Node> charts = new OverviewCharts(result, wording).blocks();
    return HtmlPage.render(
        wording.phrases().language() == Language.ZH ? "zh-Hans" : "en",
        wording.say(OverviewPhrases.Phrase.TITLE) + ": " + result.status(),
        Overview.compose(result, attachments, wording, charts));
  }

  /**
   * Reads and judges, and writes nothing.
   *
   * @throws UserError when the directory holds no run, or a file can't be read
   */
  public static JobResult read(ReportDir dir) {
    List<ScenarioResult> scenarios =
        Scenario.PRESETS.stream().map(preset -> result(dir, preset.name())).toList();
    if (scenarios.stream().noneMatch(ScenarioResult::wasRun)) {
      throw noRun(dir);
    }
    List<Reason> conflicts =
        JobJudge.conflicts(
            scenarios.stream().flatMap(scenario -> scenario.manifest().stream()).toList());
    List<Verdict> verdicts = scenarios.stream().map(ScenarioResult::verdict).toList();
    return new JobResult(JobJudge.judge(verdicts, conflicts), conflicts, scenarios);
  }

  private static ScenarioResult result(ReportDir dir, String scenario) {
    Optional<RunEvidence> evidence = RunFiles.read(dir, scenario);
    Optional<Summary> summary = evidence.map(Summarizer::summarize);
    Verdict verdict = summary.map(Summary::verdict).orElseGet(() -> JobJudge.notRun(scenario));
    return new ScenarioResult(scenario, evidence, summary, verdict);
  }

  private static void write(ReportDir dir, Summary summary) {
    OutputFile.write(
        dir.summary(summary.scenario()),
        out -> {
          Json.PRETTY.writeValue(out, summary);
          out.write('\n');
        });
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
