package chatload.verdict;

import chatload.run.RunManifest;
import chatload.run.RunManifest.Target;
import chatload.run.Scenario;
import java.util.List;

/** The manifest of a completed run, of smoke on an external service unless told otherwise. */
record TestRun(String id, Scenario scenario, boolean preset, Target target, String url) {

  static final TestRun SMOKE =
      new TestRun(
          "run-1",
          Scenario.SMOKE,
          true,
          new Target(Target.EXTERNAL, true, false, List.of("Sorry, "), null),
          "https://example.com/api/chat");

  TestRun id(String other) {
    return new TestRun(other, scenario, preset, target, url);
  }

  TestRun scenario(Scenario other) {
    return new TestRun(id, other, preset, target, url);
  }

  TestRun saysPreset(boolean other) {
    return new TestRun(id, scenario, other, target, url);
  }

  TestRun target(Target other) {
    return new TestRun(id, scenario, preset, other, url);
  }

  TestRun target(String kind, boolean tlsVerified) {
    return new TestRun(
        id, scenario, preset, new Target(kind, tlsVerified, false, List.of("Sorry, "), null), url);
  }

  TestRun url(String other) {
    return new TestRun(id, scenario, preset, target, other);
  }

  /** A run of {@code run-1} in that time; still running without an end. */
  static RunManifest at(String scenario, String from, String to) {
    RunManifest run = SMOKE.manifest();
    return new RunManifest(
        run.schemaVersion(),
        run.runId(),
        scenario,
        to == null ? RunManifest.Status.RUNNING : RunManifest.Status.COMPLETED,
        from,
        to,
        run.durationMs(),
        run.config(),
        run.thresholds(),
        run.preset(),
        run.target(),
        run.generator(),
        run.tool());
  }

  /** Says nothing of the load generator. */
  RunManifest manifest() {
    return new RunManifest(
        RunManifest.SCHEMA_VERSION,
        id,
        scenario.name(),
        RunManifest.Status.COMPLETED,
        "2026-11-23T08:00:00Z",
        "2026-11-23T08:00:10Z",
        10_000.0,
        new RunManifest.Config(
            url,
            scenario.requests(),
            scenario.concurrency(),
            scenario.timeLimit().toMillis(),
            "t",
            "u",
            "jwt",
            "p",
            "hi",
            scenario.ramp().toMillis()),
        scenario.thresholds(),
        preset,
        target,
        null,
        new RunManifest.Tool("1", "2", "3", "4"));
  }
}
