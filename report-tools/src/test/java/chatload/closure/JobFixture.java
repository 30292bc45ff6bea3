package chatload.closure;

import chatload.evidence.EvidenceSeal;
import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.output.ReportWriter;
import chatload.preflight.PreflightCheck;
import chatload.preflight.PreflightReport;
import chatload.result.JobResult;
import chatload.review.Item;
import chatload.review.Review;
import chatload.review.ReviewEntry;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Evidence;
import chatload.run.JobPlan;
import chatload.run.Outcome;
import chatload.run.PlannedScenario;
import chatload.run.Plans;
import chatload.run.PresetSet;
import chatload.run.RunManifest;
import chatload.run.Scenario;
import chatload.settings.FallbackReplies;
import chatload.settings.Setting;
import chatload.signoff.RunKey;
import chatload.tool.Version;
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

  private static final RunManifest.Tool TOOL =
      new RunManifest.Tool(Version.CHATLOAD, "3.15.1", "17", "Linux");

  private final Map<String, ChatRecord> failures = new TreeMap<>();
  private final List<Scenario> scenarios = new ArrayList<>(Scenario.PRESETS);
  private String kind = RunManifest.Target.EXTERNAL;
  private String url = "https://preview.example/api/chat";
  private String message = Setting.MESSAGE.byDefault().orElseThrow();
  private String runId = RUN_ID;
  private String stressRunId;
  private final List<String> planned =
      new ArrayList<>(Scenario.PRESETS.stream().map(Scenario::name).toList());
  private boolean preflight = true;
  private boolean hasPlan = true;
  private boolean sealed = true;
  private boolean tlsVerified = true;
  private int forgotten;
  private String failedCheck;
  private String preflightUrl;
  private final List<ReviewEntry> review = new ArrayList<>();

  /** When its reviews were made. */
  static final String AT = "2026-11-23T09:00:00Z";

  /** As somebody reviewed it who found nothing to adjust. */
  JobFixture tuned() {
    return said(ReviewEntry.ofTuning(AT, "Han Meimei", "no change needed"));
  }

  JobFixture accepted(Item item, String reason) {
    return said(ReviewEntry.ofItem(AT, "Li Lei", item, reason));
  }

  JobFixture said(ReviewEntry entry) {
    review.add(entry);
    return this;
  }

  JobFixture withoutTlsVerification() {
    tlsVerified = false;
    return this;
  }

  /** OK chats of each scenario of which the service says that it stored nothing. */
  JobFixture forgetting(int chats) {
    forgotten = chats;
    return this;
  }

  /** A check of the preflight, one of the four or another one, that failed. */
  JobFixture failingCheck(String name) {
    failedCheck = name;
    return this;
  }

  /** Every chat says which user sent it, and none of one user's chats in stress is OK. */
  JobFixture starvingOneUser() {
    for (int id = 4; id <= 300; id += users("stress")) {
      failing("stress", id, Outcome.HTTP_ERROR, Cause.SERVICE, "status 502");
    }
    return said(
        ReviewEntry.ofOutcome(AT, "Li Lei", Outcome.HTTP_ERROR, Cause.SERVICE, "a bad shard"));
  }

  JobFixture preflightOf(String otherUrl) {
    preflight = true;
    preflightUrl = otherUrl;
    return this;
  }

  private boolean reported = true;

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

  /** Raw files only, as when the load has just ended. */
  JobFixture unreported() {
    reported = false;
    return this;
  }

  JobFixture without(String scenario) {
    scenarios.removeIf(one -> one.name().equals(scenario));
    return this;
  }

  /** Asked for nothing else than that scenario, and run. */
  JobFixture only(String scenario) {
    scenarios.removeIf(one -> !one.name().equals(scenario));
    planned.retainAll(List.of(scenario));
    return this;
  }

  JobFixture withoutPlan() {
    hasPlan = false;
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
      if (hasPlan) {
        Plans.write(dir, plan());
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
    if (reported) {
      JobResult job = ReportWriter.write(dir);
      if (sealed) {
        EvidenceSeal.seal(dir, job.runId());
      }
    }
    if (!review.isEmpty()) {
      new Review(Review.SCHEMA_VERSION, RunKey.of(ReportWriter.read(dir)), review).write(dir);
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
        startMs(scenario, id),
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
        ok && id <= forgotten ? 0 : 2,
        ok ? 0.0 : null,
        ok ? 0.0 : null,
        (id - 1) % users(scenario) + 1,
        startMs(scenario, id) + 1000.5 + id,
        null);
  }

  private static int users(String scenario) {
    return Scenario.preset(scenario).orElseThrow().concurrency();
  }

  /** When the user's chats before it are over. */
  private static double startMs(String scenario, int id) {
    double start = 0;
    for (int earlier = id - users(scenario); earlier > 0; earlier -= users(scenario)) {
      start += 1000.5 + earlier;
    }
    return start;
  }

  private String idOf(String scenario) {
    return stressRunId != null && scenario.equals("stress") ? stressRunId : runId;
  }

  /** As Maven makes it, because there is no log of Gatling that could be read. */
  private JobPlan plan() {
    return new JobPlan(
        JobPlan.SCHEMA_VERSION,
        runId,
        "2026-11-23T07:59:30Z",
        JobPlan.StartedBy.MAVEN,
        PresetSet.CURRENT,
        Scenario.PRESETS.stream()
            .filter(scenario -> planned.contains(scenario.name()))
            .map(PlannedScenario::of)
            .toList(),
        new JobPlan.Target(
            url, RunManifest.Target.EXTERNAL, true, false, FallbackReplies.builtIn(), List.of()),
        new JobPlan.Identity("t-loadtest", "u-loadtest", "tenantId", "sub", "iss", "aud"),
        message,
        Setting.THREAD_PREFIX.byDefault().orElseThrow(),
        6000,
        preflight ? JobPlan.Preflight.PLANNED : JobPlan.Preflight.SKIPPED,
        TOOL);
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
            Setting.THREAD_PREFIX.byDefault().orElseThrow(),
            message,
            scenario.ramp().toMillis()),
        scenario.thresholds(),
        true,
        new RunManifest.Target(kind, tlsVerified, false, FallbackReplies.builtIn(), null),
        new RunManifest.Generator(
            new RunManifest.Calibration(2, 100, 100.0, 50, 1.0, 1.0, true),
            2,
            512,
            List.of(),
            Evidence.watchedAt(1.5)),
        TOOL);
  }

  private PreflightReport preflight() {
    return preflight(preflightUrl == null ? url : preflightUrl, kind, failedCheck);
  }

  /**
   * What a preflight found when none had a forged token yet.
   *
   * @param failedCheck one of the four or another one; null if all passed
   */
  static PreflightReport preflight(String url, String kind, String failedCheck) {
    List<PreflightCheck> checks =
        new ArrayList<>(
            List.of(
                check("health", "200"),
                check("chat-without-token", "401"),
                check("chat-with-identity-headers-only", "401"),
                check("chat-with-token", "first token after 500.0 ms")));
    if (failedCheck != null) {
      checks.removeIf(check -> check.name().equals(failedCheck));
      checks.add(
          new PreflightCheck(
              failedCheck, false, "x", "not so", "trace-of-the-failure", 500, 10.0, "mend it"));
    }
    return new PreflightReport(
        PreflightReport.SCHEMA_VERSION,
        "2026-11-23T07:59:00.000Z",
        url,
        kind,
        checks,
        failedCheck == null);
  }

  private static PreflightCheck check(String name, String observed) {
    return new PreflightCheck(name, true, observed, observed, "pre-" + name, 200, 10.0, null);
  }
}
