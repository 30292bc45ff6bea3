package chatload.document;

import chatload.UserError;
import chatload.gatling.GatlingRun;
import chatload.render.Markdown;
import chatload.render.OutputFile;
import chatload.run.Json;
import chatload.run.ReportDir;
import chatload.run.RunEvidence;
import chatload.run.RunFiles;
import chatload.run.Scenario;
import chatload.verdict.JobJudge;
import chatload.verdict.Reason;
import chatload.verdict.Verdict;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns the raw files of a report directory into {@code <scenario>-summary.json} and {@code
 * OVERVIEW.md}, and Gatling's logs into their {@code js/stats.json}. What it writes depends on
 * nothing but these files.
 */
public final class ReportWriter {

  private ReportWriter() {}

  /**
   * Reads, judges and writes.
   *
   * @throws UserError when the directory holds no run, or a file can't be read or written
   */
  public static JobResult write(ReportDir dir) {
    Map<String, GatlingRun> gatling = gatling(dir);
    JobResult result = read(dir, gatling);
    String overview =
        Markdown.render(
            Overview.compose(result, Preflight.read(dir.preflight()), new OverviewEnglish()));
    for (ScenarioResult scenario : result.scenarios()) {
      scenario.summary().ifPresent(summary -> write(dir, summary));
    }
    gatling.values().forEach(ReportWriter::writeStats);
    OutputFile.write(dir.overview(), overview);
    return result;
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
    List<ScenarioResult> scenarios =
        Scenario.PRESETS.stream()
            .map(preset -> result(dir, preset.name(), gatling.get(preset.name())))
            .toList();
    if (scenarios.stream().noneMatch(ScenarioResult::wasRun)) {
      throw noRun(dir);
    }
    List<Reason> conflicts =
        JobJudge.conflicts(
            scenarios.stream().flatMap(scenario -> scenario.manifest().stream()).toList());
    List<Verdict> verdicts = scenarios.stream().map(ScenarioResult::verdict).toList();
    return new JobResult(JobJudge.judge(verdicts, conflicts), conflicts, scenarios);
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

  /** Beside the log that it is from; one that is there stays as it is. */
  private static void writeStats(GatlingRun gatling) {
    if (gatling instanceof GatlingRun.Measured measured) {
      measured.stats().ifPresent(measured.folder()::write);
    }
  }

  private static void write(ReportDir dir, Summary summary) {
    try {
      OutputFile.write(
          dir.summary(summary.scenario()), Json.PRETTY.writeValueAsString(summary) + "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
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
