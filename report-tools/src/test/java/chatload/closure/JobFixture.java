package chatload.closure;

import chatload.document.JobResult;
import chatload.document.ReportWriter;
import chatload.evidence.EvidenceSeal;
import chatload.preflight.PreflightCheck;
import chatload.preflight.PreflightReport;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Evidence;
import chatload.run.Json;
import chatload.run.Outcome;
import chatload.run.ReportDir;
import chatload.run.RunManifest;
import chatload.run.Scenario;
import chatload.settings.FallbackReplies;
import chatload.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A whole job as if it had been run: raw files, preflight, reports, seal. PASS unless told. */
final class JobFixture {

  static final String RUN_ID = "20261123-080000-abc123";

  private final Map<String, ChatRecord> failures = new TreeMap<>();
  private final List<Scenario> scenarios = new ArrayList<>(Scenario.PRESETS);
  private String kind = RunManifest.Target.EXTERNAL;
  private String url = "https://preview.example/api/chat";
  private String message = Settings.DEFAULT_MESSAGE;
  private String runId = RUN_ID;
  private String stressRunId;
  private boolean preflight = true;
  private boolean sealed = true;

  JobFixture embedded() {
    kind = RunManifest.Target.EMBEDDED;
    return this;
  }

  JobFixture runId(String other) {
    runId = other;
    return this;
  }

  JobFixture stressRunId(String other) {
    stressRunId = other;
    return this;
  }

  JobFixture saying(String otherMessage, String otherUrl) {
    message = otherMessage;
    url = otherUrl;
    return this;
  }

  JobFixture withoutPreflight() {
    preflight = false;
    return this;
  }

  JobFixture unsealed() {
    sealed = false;
    return this;
  }

  JobFixture without(String scenario) {
    scenarios.removeIf(one -> one.name().equals(scenario));
    return this;
  }

  JobFixture failing(String scenario, int id, Outcome outcome, Cause cause, String error) {
    return failing(scenario, id, "trace-" + scenario + "-" + id, outcome, cause, error);
  }

  JobFixture failing(
      String scenario, int id, String trace, Outcome outcome, Cause cause, String error) {
    failures.put(scenario + id, chat(scenario, id, trace, outcome, cause, error));
    return this;
  }

  /** Writes everything into a directory that is there or not. */
  ReportDir in(Path root) {
    ReportDir dir = new ReportDir(root);
    try {
      Files.createDirectories(dir.raw());
      for (Scenario scenario : scenarios) {
        StringBuilder lines = new StringBuilder();
        for (int id = 1; id <= scenario.requests(); id++) {
          ChatRecord chat = failures.get(scenario.name() + id);
          lines
              .append(
                  Json.MAPPER.writeValueAsString(
                      chat != null
                          ? chat
                          : chat(scenario.name(), id, null, Outcome.OK, null, null)))
              .append('\n');
        }
        Files.writeString(dir.chats(scenario.name()), lines);
        Files.writeString(
            dir.manifest(scenario.name()), Json.PRETTY.writeValueAsString(manifest(scenario)));
      }
      Files.writeString(dir.runId(), runId + "\n");
      Path log = dir.gatling().resolve("othersimulation-1/simulation.log");
      Files.createDirectories(log.getParent());
      Files.writeString(log, "binary");
      if (preflight) {
        preflight().write(dir.preflight());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JobResult job = ReportWriter.write(dir);
    if (sealed) {
      EvidenceSeal.seal(dir, job.runId());
    }
    return dir;
  }

  private ChatRecord chat(
      String scenario, int id, String trace, Outcome outcome, Cause cause, String error) {
    boolean ok = outcome.isOk();
    return new ChatRecord(
        idOf(scenario),
        scenario,
        id,
        trace == null ? "trace-" + scenario + "-" + id : trace,
        "thread-" + id,
        String.format(Locale.ROOT, "2026-11-23T08:00:%02d.000Z", id % 60),
        id * 10.0,
        ok ? 500.0 + id : null,
        ok ? 1000.5 + id : null,
        1000.5 + id,
        ok ? 10 : 3,
        50.0,
        outcome,
        cause,
        200,
        error,
        ok ? "done" : "token",
        1,
        true,
        2,
        ok ? 0.0 : null,
        ok ? 0.0 : null,
        null,
        null,
        null);
  }

  private String idOf(String scenario) {
    return stressRunId != null && scenario.equals("stress") ? stressRunId : runId;
  }

  private RunManifest manifest(Scenario scenario) {
    return new RunManifest(
        RunManifest.SCHEMA_VERSION,
        idOf(scenario.name()),
        scenario.name(),
        RunManifest.Status.COMPLETED,
        "2026-11-23T08:00:00.000Z",
        "2026-11-23T08:01:00.000Z",
        60_000.0,
        new RunManifest.Config(
            url,
            scenario.requests(),
            scenario.concurrency(),
            scenario.timeLimit().toMillis(),
            "t-loadtest",
            "u-loadtest",
            "jwt",
            Settings.DEFAULT_THREAD_PREFIX,
            message,
            null),
        scenario.thresholds(),
        true,
        new RunManifest.Target(kind, true, false, FallbackReplies.builtIn(), null),
        new RunManifest.Generator(
            new RunManifest.Calibration(2, 100, 100.0, 50, 1.0, 1.0, true),
            2,
            512,
            List.of(),
            Evidence.watchedAt(1.5)),
        new RunManifest.Tool("0.1.0", "3.15.1", "17", "Linux"));
  }

  private PreflightReport preflight() {
    return new PreflightReport(
        PreflightReport.SCHEMA_VERSION,
        "2026-11-23T07:59:00.000Z",
        url,
        kind,
        List.of(
            check("health", "200"),
            check("chat-without-token", "401"),
            check("chat-with-identity-headers-only", "401"),
            check("chat-with-token", "first token after 500.0 ms")),
        true);
  }

  private static PreflightCheck check(String name, String observed) {
    return new PreflightCheck(name, true, observed, observed, "pre-" + name, 200, 10.0, null);
  }
}
