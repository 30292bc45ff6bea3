package chatload.output;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.metric.Check;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.verdict.Verdict.Status;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads out of every output on its own what it says came of a job, and holds them together. */
public final class OutputsSay {

  private static final Pattern OVERALL =
      Pattern.compile("(?m)^- Overall Result: \\*\\*(\\w+)\\*\\*$");

  private OutputsSay() {}

  /** All outputs of a directory that was reported on say {@code job}, and so {@code exitCode}. */
  public static void theSame(ReportDir dir, JobResult job, int exitCode) throws IOException {
    assertThat(job.status().exitCode().code()).isEqualTo(exitCode);
    assertThat(overall(Files.readString(dir.overview()))).isEqualTo(job.status());
    theSame(JUnitFile.parse(Files.readString(dir.root().resolve("junit.xml"))), job);
    theSame(MetricsFile.parse(Files.readString(dir.root().resolve("metrics.prom"))), job);
    theSame(Json.MAPPER.readTree(Files.readString(dir.root().resolve("badge.json"))), job);
    assertThat(ChatsFile.read(dir.root().resolve("chats.csv")).outcomes())
        .isEqualTo(outcomes(dir, job));
  }

  /** The verdict in the literal line of a document. */
  public static Status overall(String markdown) {
    Matcher line = OVERALL.matcher(markdown);
    assertThat(line.find()).as(markdown).isTrue();
    return Status.valueOf(line.group(1));
  }

  private static void theSame(JUnitFile junit, JobResult job) {
    assertThat(junit.status()).isEqualTo(job.status());
    int failures = 0;
    int errors = job.conflicts().isEmpty() ? 0 : 1;
    for (ScenarioResult scenario : job.scenarios()) {
      Status status = scenario.verdict().status();
      assertThat(junit.status("chatload." + scenario.scenario())).isEqualTo(status);
      int checks = scenario.verdict().checks().size();
      long missed = scenario.verdict().checks().stream().filter(check -> !check.met()).count();
      failures += status == Status.FAIL ? (int) missed : 0;
      errors += status == Status.INCONCLUSIVE ? Math.max(1, checks) : 0;
    }
    assertThat(junit.count("failures")).isEqualTo(failures);
    assertThat(junit.count("errors")).isEqualTo(errors);
  }

  private static void theSame(MetricsFile metrics, JobResult job) {
    assertThat(metrics.value("chatload_exit_code"))
        .isEqualTo(Integer.toString(job.status().exitCode().code()));
    for (Status status : Status.values()) {
      assertThat(metrics.value("chatload_verdict{status=\"" + status + "\"}"))
          .isEqualTo(status == job.status() ? "1" : "0");
    }
    for (ScenarioResult scenario : job.scenarios()) {
      String labels = "{scenario=\"" + scenario.scenario() + "\"";
      for (Status status : Status.values()) {
        assertThat(
                metrics.value("chatload_scenario_verdict" + labels + ",status=\"" + status + "\"}"))
            .isEqualTo(status == scenario.verdict().status() ? "1" : "0");
      }
      for (Check check : scenario.verdict().checks()) {
        String id = check.metric().id();
        assertThat(metrics.value("chatload_check_met" + labels + ",check=\"" + id + "\"}"))
            .isEqualTo(check.met() ? "1" : "0");
      }
    }
  }

  private static void theSame(JsonNode badge, JobResult job) {
    assertThat(badge.get("message").asText()).startsWith(job.status().name());
    assertThat(badge.get("message").asText().length()).isLessThan(200);
    assertThat(badge.get("color").asText())
        .isIn(
            switch (job.status()) {
              case PASS -> List.of("brightgreen", "blue");
              case FAIL -> List.of("red");
              case INCONCLUSIVE -> List.of("orange");
            });
  }

  /** Scenario and outcome, and how often it stands in the summary. */
  private static Map<String, Integer> outcomes(ReportDir dir, JobResult job) throws IOException {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (ScenarioResult scenario : job.scenarios()) {
      if (scenario.manifest().isPresent()) {
        JsonNode summary = Json.MAPPER.readTree(Files.readString(dir.summary(scenario.scenario())));
        summary
            .at("/outcomes")
            .properties()
            .forEach(
                outcome -> {
                  int count = outcome.getValue().intValue();
                  if (count > 0) {
                    outcomes.put(scenario.scenario() + " " + outcome.getKey(), count);
                  }
                });
      }
    }
    return outcomes;
  }
}
