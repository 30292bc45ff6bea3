package chatload.load;

import chatload.files.ReportDir;
import chatload.job.JobPlanner;
import chatload.records.Expectation;
import chatload.records.PlanCheck;
import chatload.records.PlanCheck.Difference;
import chatload.run.JobPlan;
import chatload.run.RunManifest;
import chatload.run.Scenario;
import chatload.settings.Settings;
import chatload.text.VisibleText;
import chatload.tool.UserError;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

/**
 * Sees to it that a run does what its job planned. A run that belongs to no job, as with Maven,
 * makes the plan if it is the first one in its directory.
 */
final class PlannedRun {

  /** True when Maven was told to run this simulation only, see pom.xml. */
  private static final String SINGLE_SIMULATION = "singleSimulation";

  private static final int LONGEST_VALUES = 200;

  private PlannedRun() {}

  /** False for a scenario that Maven runs although {@code -Dprofiles} does not name it. */
  static boolean isAskedFor(Settings settings, Scenario scenario) {
    return settings.runId().isPresent()
        || isSingle()
        || settings.scenarios().stream().anyMatch(one -> one.name().equals(scenario.name()));
  }

  /**
   * Before anything is sent.
   *
   * @param run the manifest as the run would begin it
   * @throws UserError if the job planned something else
   */
  static void require(ReportDir dir, Settings settings, Scenario scenario, RunManifest run) {
    Expectation expected = Expectation.read(dir);
    if (!Files.exists(dir.job()) && settings.runId().isEmpty() && holdsNoRun(dir, expected)) {
      JobPlanner.write(dir, plan(dir, settings, scenario, run));
      return;
    }
    JobPlan plan =
        expected
            .plan()
            .orElseThrow(
                () ->
                    UserError.input(
                        dir.job()
                            + " is missing or can't be used, so nobody can say what was"
                            + " planned",
                        "Run into a new directory."));
    if (plan.scenario(run.scenario()).isEmpty()) {
      throw UserError.input(
          dir.job() + " plans no " + run.scenario() + ", but " + String.join(", ", plan.names()),
          "Run into a new directory, or name all scenarios when the first one is run.");
    }
    for (Difference difference : PlanCheck.differences(plan, run)) {
      throw UserError.input(
          dir.job()
              + " plans another run, "
              + difference.field()
              + ": "
              + VisibleText.of(difference.values(), LONGEST_VALUES),
          "Run into a new directory, or with the settings that were planned.");
    }
  }

  /** A directory that holds runs and no plan is of a version that made none, or was changed. */
  private static boolean holdsNoRun(ReportDir dir, Expectation expected) {
    return expected.scenarios().stream().noneMatch(name -> Files.exists(dir.manifest(name)));
  }

  private static JobPlan plan(
      ReportDir dir, Settings settings, Scenario scenario, RunManifest run) {
    return JobPlanner.plan(
        settings,
        isSingle() ? List.of(scenario) : settings.scenarios(),
        settings.identity(),
        run.runId(),
        JobPlan.StartedBy.MAVEN,
        Files.exists(dir.preflight()) ? JobPlan.Preflight.PLANNED : JobPlan.Preflight.SKIPPED,
        Instant.now());
  }

  private static boolean isSingle() {
    return Boolean.getBoolean(SINGLE_SIMULATION);
  }
}
