package chatload.result;

import chatload.preflight.PreflightFile;
import chatload.preflight.PreflightReport;
import chatload.run.JobPlan;
import chatload.run.RunManifest;
import chatload.verdict.PlanJudge;
import chatload.verdict.Reason;
import java.util.List;

/** Holds {@code preflight.json} against the plan and the runs. */
final class PlannedPreflight {

  private PlannedPreflight() {}

  /** What keeps it from being the preflight of this job; empty when nothing does. */
  static List<Reason> conflicts(JobPlan plan, List<RunManifest> runs, PreflightFile file) {
    if (!file.exists() || file.report().isEmpty()) {
      return PlanJudge.preflight(plan, file.exists());
    }
    PreflightReport report = file.report().get();
    return PlanJudge.preflight(plan, runs, report.url(), report.startedAt());
  }
}
