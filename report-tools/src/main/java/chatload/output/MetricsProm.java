package chatload.output;

import chatload.files.OutputFile.Content;
import chatload.metric.ChatTime;
import chatload.metric.Check;
import chatload.metric.LatencySummary;
import chatload.metric.Rounding;
import chatload.metric.Unit;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.result.Summary;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.text.VisibleText;
import chatload.verdict.Verdict;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code metrics.prom}: verdicts, figures and limits in the text format of OpenMetrics. Labels are
 * scenarios of the plan and words of ours alone: no id of a run or a chat, of which there is no
 * end.
 */
final class MetricsProm implements ReportOutput {

  private static final String NAME = "metrics.prom";
  private static final String SCENARIO = "scenario";

  /** Longest id of a run that is shown, characters. */
  private static final int LONGEST = 100;

  @Override
  public List<OutputName> names() {
    return List.of(
        new OutputName(NAME, "verdicts, figures and limits in the format of OpenMetrics", "0.2.0"));
  }

  @Override
  public Map<String, Content> files(Reported job) {
    return Map.of(NAME, out -> out.write(metrics(job.result()).toString()));
  }

  private static OpenMetrics metrics(JobResult job) {
    OpenMetrics metrics = new OpenMetrics();
    String run = job.runId().map(id -> " of run `" + VisibleText.of(id, LONGEST) + "`").orElse("");
    verdict(
        metrics,
        "chatload_verdict",
        "Overall verdict" + run + ": 1 for that status.",
        job.status());
    metrics
        .gauge(
            "chatload_exit_code", null, "Exit code of the verdict: 0 PASS, 4 FAIL, 5 INCONCLUSIVE.")
        .sample("chatload_exit_code", job.status().exitCode().code());
    for (ScenarioResult scenario : job.scenarios()) {
      String name = scenario.scenario();
      verdict(
          metrics,
          "chatload_scenario_verdict",
          "Verdict on the scenario: 1 for that status.",
          scenario.verdict().status(),
          SCENARIO,
          name);
      scenario.verdict().checks().forEach(check -> add(metrics, name, check));
      scenario
          .summary()
          .filter(summary -> summary.totals().requests() != null)
          .ifPresent(summary -> add(metrics, name, summary));
    }
    return metrics;
  }

  private static void verdict(
      OpenMetrics metrics, String name, String help, Verdict.Status is, String... labels) {
    metrics.gauge(name, null, help);
    for (Verdict.Status status : Verdict.Status.values()) {
      String[] all = List.of(labels).toArray(new String[labels.length + 2]);
      all[labels.length] = "status";
      all[labels.length + 1] = status.name();
      metrics.sample(name, status == is ? 1 : 0, all);
    }
  }

  private static void add(OpenMetrics metrics, String scenario, Check check) {
    String metric = check.metric().id();
    int shift = check.metric().unit() == Unit.MILLIS ? 3 : 0;
    String unit =
        switch (check.metric().unit()) {
          case MILLIS -> "seconds";
          case SHARE -> "ratio";
          case PER_SECOND -> "per_second";
        };
    String name = snake(metric.replaceAll("(Ms|Rate|PerSecond)$", "")) + "_" + unit;
    String observed = "chatload_" + name;
    String limit = "chatload_limit_" + name;
    metrics
        .gauge(observed, unit, "What was measured and is judged: " + metric + ".")
        .sample(
            observed,
            "",
            check.hasData() ? check.observed().movePointLeft(shift) : null,
            SCENARIO,
            scenario)
        .gauge(limit, unit, "The limit of " + metric + ".")
        .sample(limit, "", Rounding.plain(check.limit().movePointLeft(shift)), SCENARIO, scenario)
        .gauge("chatload_check_met", null, "Whether the limit is kept: 1 or 0.")
        .sample("chatload_check_met", check.met() ? 1 : 0, SCENARIO, scenario, "check", metric);
  }

  private static void add(OpenMetrics metrics, String scenario, Summary summary) {
    metrics
        .gauge("chatload_planned_chats", null, "Chats that were planned.")
        .sample("chatload_planned_chats", summary.totals().requests(), SCENARIO, scenario)
        .gauge("chatload_chats", null, "Chats by how they ended; all together are those planned.");
    for (Outcome outcome : Outcome.values()) {
      int count = summary.outcomes().getOrDefault(outcome.name(), 0);
      metrics.sample("chatload_chats", count, SCENARIO, scenario, "outcome", outcome.name());
    }
    metrics.gauge("chatload_failed_chats", null, "Chats that were not OK, by whose fault it is.");
    for (Cause cause : Cause.values()) {
      int count = summary.causes().getOrDefault(cause.label(), 0);
      metrics.sample("chatload_failed_chats", count, SCENARIO, scenario, "cause", cause.label());
    }
    Double durationMs = summary.totals().durationMs();
    metrics
        .gauge("chatload_duration_seconds", "seconds", "From the first chat's start to the end.")
        .sample(
            "chatload_duration_seconds",
            "",
            durationMs == null ? null : seconds(durationMs),
            SCENARIO,
            scenario)
        .gauge("chatload_ok_chats_per_second", null, "OK chats per second of that time.")
        .sample(
            "chatload_ok_chats_per_second",
            "",
            summary.totals().throughputRps(),
            SCENARIO,
            scenario);
    for (ChatTime time : summary.thresholds().limits().times()) {
      String name = "chatload_" + snake(time.id()) + "_seconds";
      times(metrics, name, scenario, summary.latency().of(time));
    }
    metrics
        .gauge("chatload_finished_timestamp_seconds", "seconds", "When the run ended, Unix time.")
        .sample("chatload_finished_timestamp_seconds", "", time(summary), SCENARIO, scenario);
  }

  private static void times(
      OpenMetrics metrics, String name, String scenario, LatencySummary latency) {
    metrics.family(name, "summary", "seconds", "Times of OK chats, exact nearest rank.");
    quantile(metrics, name, scenario, "0.5", latency.p50());
    quantile(metrics, name, scenario, "0.95", latency.p95());
    quantile(metrics, name, scenario, "0.99", latency.p99());
    quantile(metrics, name, scenario, "1.0", latency.max());
    metrics.sample(name, "_count", BigDecimal.valueOf(latency.n()), SCENARIO, scenario);
  }

  private static void quantile(
      OpenMetrics metrics, String name, String scenario, String quantile, Double millis) {
    metrics.sample(
        name,
        "",
        millis == null ? null : seconds(millis),
        SCENARIO,
        scenario,
        "quantile",
        quantile);
  }

  private static BigDecimal seconds(double millis) {
    return Rounding.plain(BigDecimal.valueOf(millis).movePointLeft(3));
  }

  /** Null if the run has no end, or one that is no time. */
  private static BigDecimal time(Summary summary) {
    try {
      return summary.finishedAt() == null
          ? null
          : BigDecimal.valueOf(Instant.parse(summary.finishedAt()).toEpochMilli(), 3);
    } catch (DateTimeException | ArithmeticException e) {
      return null; // a file says so, and nothing depends on it
    }
  }

  private static String snake(String camel) {
    return camel
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .replace('.', '_')
        .toLowerCase(Locale.ROOT);
  }
}
