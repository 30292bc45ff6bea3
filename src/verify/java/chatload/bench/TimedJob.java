package chatload.bench;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.metric.NearestRank;
import chatload.run.Scenario;
import chatload.tool.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A job at the presets' sizes against the embedded service, and what took how long: seen from
 * outside, by when it printed what and by its own evidence, so that any version can be measured.
 *
 * @param phases milliseconds by name, in the order in which they are shown
 */
record TimedJob(Map<String, Double> phases) {

  private static final String PER_SCENARIO = "own time per scenario";

  /** Milliseconds of the whole job without the chats', divided by the scenarios. */
  double perScenario() {
    return phases.get(PER_SCENARIO);
  }

  /**
   * Runs one.
   *
   * @param checkout whose {@code loadtest} runs
   */
  static TimedJob run(Path checkout, Path reportDir) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                checkout.resolve("loadtest").toString(),
                "scenarios",
                "--report-dir",
                reportDir.toString())
            .redirectErrorStream(true);
    Instant start = Instant.now();
    Process process = builder.start();
    List<Line> lines = new ArrayList<>();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(new Line(Instant.now(), line));
      }
    }
    int code = process.waitFor();
    Instant end = Instant.now();
    if (code != 0 && code != ExitCode.FAIL.code() && code != ExitCode.INCONCLUSIVE.code()) {
      throw new IOException("the job ended with " + code + ":\n" + lines);
    }
    return of(new ReportDir(reportDir), start, lines, end);
  }

  private record Line(Instant at, String text) {}

  private static TimedJob of(ReportDir dir, Instant start, List<Line> lines, Instant end)
      throws IOException {
    Map<String, Double> phases = new LinkedHashMap<>();
    Instant answering = first(lines, "No --url");
    Instant looked = Files.getLastModifiedTime(dir.preflight()).toInstant();
    double preflightChat = lastElapsed(Json.MAPPER.readTree(dir.preflight().toFile()));
    double chats = preflightChat;
    phases.put("start, until the service answers", millis(start, answering));
    phases.put("preflight, without its chat", millis(answering, looked) - preflightChat);
    Instant begin = looked;
    List<Double> firstToken = new ArrayList<>();
    List<Double> total = new ArrayList<>();
    Map<String, Timed> truth =
        Timed.read(dir.targetJournal()).stream()
            .collect(Collectors.toMap(Timed::traceId, Function.identity()));
    for (Scenario preset : Scenario.PRESETS) {
      String name = preset.name();
      JsonNode run = Json.MAPPER.readTree(dir.manifest(name).toFile());
      JsonNode calibration = run.path("generator").path("calibration");
      Instant started = Instant.parse(run.path("startedAt").textValue());
      Instant finished = Instant.parse(run.path("finishedAt").textValue());
      Instant over = last(lines, name + " ");
      double warmUp = calibration.path("durationMs").doubleValue();
      double load = run.path("durationMs").doubleValue();
      chats += load;
      add(phases, "scenario: start of Java and Gatling", millis(begin, started) - warmUp);
      add(phases, "scenario: warm-up", warmUp);
      add(
          phases,
          "scenario: between warm-up, chats and their end",
          millis(started, finished) - load);
      add(phases, "scenario: Gatling's report and end", millis(finished, over));
      add(phases, "warm-up: rounds", calibration.path("rounds").doubleValue());
      add(
          phases,
          "warm-up: P95 error of the total",
          calibration.path("totalErrorP95Ms").doubleValue());
      for (Timed chat : Timed.read(dir.chats(name)).stream().filter(Timed::isComplete).toList()) {
        firstToken.add(chat.firstTokenMs() - truth.get(chat.traceId()).firstTokenMs());
        total.add(chat.totalMs() - truth.get(chat.traceId()).totalMs());
      }
      begin = over;
    }
    phases.replaceAll((phase, sum) -> phase.contains(": ") ? sum / Scenario.PRESETS.size() : sum);
    phases.put("reports and end", millis(begin, end));
    phases.put(PER_SCENARIO, (millis(start, end) - chats) / Scenario.PRESETS.size());
    phases.put("P95 error of the first token", p95(firstToken));
    phases.put("P95 error of the total", p95(total));
    return new TimedJob(phases);
  }

  private static void add(Map<String, Double> phases, String phase, double millis) {
    phases.merge(phase, millis, Double::sum);
  }

  private static double lastElapsed(JsonNode preflight) {
    JsonNode checks = preflight.path("checks");
    return checks.path(checks.size() - 1).path("elapsedMs").doubleValue();
  }

  private static Instant first(List<Line> lines, String with) {
    return lines.stream().filter(line -> line.text().contains(with)).findFirst().orElseThrow().at();
  }

  /** The last line that begins so before the report. */
  private static Instant last(List<Line> lines, String with) {
    return lines.stream()
        .takeWhile(line -> !line.text().startsWith("Evidence: "))
        .filter(line -> line.text().startsWith(with))
        .reduce((one, other) -> other)
        .orElseThrow()
        .at();
  }

  private static double p95(List<Double> errors) {
    return NearestRank.of(95, errors.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }
}
