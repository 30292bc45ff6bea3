package chatload.run;

import chatload.files.Json;
import chatload.files.ReportDir;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Plans of jobs against an external service. */
public final class Plans {

  /** A minute before the runs of most tests begin. */
  public static final String CREATED_AT = "2026-11-23T07:59:00Z";

  private Plans() {}

  /** A plan of {@code ./loadtest scenarios} for all presets. */
  public static JobPlan whole(String runId) {
    return of(runId, Scenario.PRESETS);
  }

  public static JobPlan of(String runId, List<Scenario> scenarios) {
    return new JobPlan(
        JobPlan.SCHEMA_VERSION,
        runId,
        CREATED_AT,
        JobPlan.StartedBy.SCENARIOS,
        PresetSet.CURRENT,
        scenarios.stream().map(PlannedScenario::of).toList(),
        new JobPlan.Target(
            "https://chat.example/api/chat",
            RunManifest.Target.EXTERNAL,
            true,
            false,
            List.of(),
            List.of()),
        new JobPlan.Identity("t", "u", "tenantId", "sub", "issuer", "audience"),
        "hi",
        "scenario",
        6000,
        JobPlan.Preflight.SKIPPED,
        new RunManifest.Tool("1", "2", "3", "4"),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The same plan but for one field of its file. */
  public static JobPlan with(JobPlan plan, String field, Object value) {
    ObjectNode tree = Json.MAPPER.valueToTree(plan);
    tree.set(field, Json.MAPPER.valueToTree(value));
    return Json.MAPPER.convertValue(tree, JobPlan.class);
  }

  public static void write(ReportDir dir, JobPlan plan) {
    try {
      Files.createDirectories(dir.raw());
      Files.writeString(dir.job(), Json.PRETTY.writeValueAsString(plan) + "\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
