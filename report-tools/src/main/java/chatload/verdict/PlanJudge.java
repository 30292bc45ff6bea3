package chatload.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatload.files.Sha256;
import chatload.protocol.mapping.Spoken;
import chatload.records.Expectation;
import chatload.records.PlanCheck;
import chatload.records.PlanCheck.Difference;
import chatload.run.JobPlan;
import chatload.run.PresetSet;
import chatload.run.RunManifest;
import chatload.verdict.Reason.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what happened against what was planned. What differs carries no verdict. */
public final class PlanJudge {

  private PlanJudge() {}

  /** In what one run is not what was planned; empty if it is, or if nothing was. */
  public static List<Reason> doubts(Expectation expected, RunManifest run) {
    return expected.plan().stream()
        .flatMap(plan -> PlanCheck.differences(plan, run).stream())
        .map(difference -> reason(Kind.PLAN_DIFFERS, difference))
        .toList();
  }

  /**
   * What keeps the runs from being the job that was planned; empty when nothing does.
   *
   * @param unplanned names of the scenarios that left files and were not planned
   */
  public static List<Reason> conflicts(
      Expectation expected, List<RunManifest> runs, List<String> unplanned) {
    List<Reason> conflicts = new ArrayList<>();
    switch (expected.state()) {
      case MISSING -> conflicts.add(Reason.of(Kind.PLAN_MISSING));
      case UNUSABLE -> conflicts.add(Reason.quoting(Kind.PLAN_UNUSABLE, expected.problem()));
      case PLANNED, BEFORE_PLANS -> {}
    }
    expected.plan().flatMap(PlanJudge::otherPresets).ifPresent(conflicts::add);
    expected.plan().flatMap(PlanJudge::otherProtocol).ifPresent(conflicts::add);
    expected.plan().flatMap(PlanJudge::otherGate).ifPresent(conflicts::add);
    if (!unplanned.isEmpty()) {
      conflicts.add(Reason.quoting(Kind.NOT_PLANNED, String.join(", ", unplanned)));
    }
    PlanCheck.unlike(runs).stream()
        .map(difference -> reason(Kind.MIXED_SETTINGS, difference))
        .forEach(conflicts::add);
    conflicts.addAll(RunTimes.conflicts(expected.plan(), runs));
    return conflicts;
  }

  /**
   * What there is to say of a preflight that left nothing to read.
   *
   * @param exists whether there is a {@code preflight.json}
   */
  public static List<Reason> preflight(JobPlan plan, boolean exists) {
    boolean isPlanned = plan.preflight() == JobPlan.Preflight.PLANNED;
    if (exists) {
      return List.of(Reason.of(isPlanned ? Kind.PREFLIGHT_UNUSABLE : Kind.PREFLIGHT_NOT_PLANNED));
    }
    return isPlanned ? List.of(Reason.of(Kind.PREFLIGHT_MISSING)) : List.of();
  }

  /**
   * What keeps a preflight from being that of this job.
   *
   * @param url the chat URL that it looked at
   * @param startedAt when it began
   */
  public static List<Reason> preflight(
      JobPlan plan, List<RunManifest> runs, String url, String startedAt) {
    if (plan.preflight() == JobPlan.Preflight.SKIPPED) {
      return List.of(Reason.of(Kind.PREFLIGHT_NOT_PLANNED));
    }
    List<Reason> conflicts = new ArrayList<>();
    runs.stream()
        .map(run -> run.config().url())
        .filter(target -> !target.equals(url))
        .findFirst()
        .map(target -> Reason.quoting(Kind.PREFLIGHT_DIFFERS, url + " ≠ " + target, "url"))
        .ifPresent(conflicts::add);
    RunTimes.preflight(plan, runs, startedAt)
        .map(times -> Reason.quoting(Kind.PREFLIGHT_DIFFERS, times, "startedAt"))
        .ifPresent(conflicts::add);
    return conflicts;
  }

  /** A plan holds its presets in full, so that they can't be told otherwise under their name. */
  private static Optional<Reason> otherPresets(JobPlan plan) {
    return PresetSet.published(plan.presets().name())
        .filter(published -> !published.equals(plan.presets()))
        .map(published -> Reason.of(Kind.PRESETS_DIFFER, published.name()));
  }

  /** A plan holds its protocol's file in full, so that nothing of it has to be believed. */
  private static Optional<Reason> otherProtocol(JobPlan plan) {
    return Optional.ofNullable(plan.target().protocol())
        .flatMap(Spoken::contradiction)
        .map(problem -> Reason.quoting(Kind.PLAN_UNUSABLE, problem));
  }

  private static Optional<Reason> otherGate(JobPlan plan) {
    return Optional.ofNullable(plan.gate())
        .filter(
            gate -> !gate.sha256().equals(Sha256.of(out -> out.write(gate.text().getBytes(UTF_8)))))
        .map(gate -> Reason.quoting(Kind.PLAN_UNUSABLE, "gate.sha256 is not that of gate.text"));
  }

  private static Reason reason(Kind kind, Difference difference) {
    return Reason.quoting(kind, difference.values(), difference.field());
  }
}
