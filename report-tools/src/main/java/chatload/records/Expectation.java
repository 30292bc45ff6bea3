package chatload.records;

import chatload.files.Json;
import chatload.files.JsonProblem;
import chatload.files.ReportDir;
import chatload.run.JobPlan;
import chatload.run.PlannedPart;
import chatload.run.PresetSet;
import chatload.run.RunManifest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a report directory is held against.
 *
 * @param state where that is known from
 * @param plan {@code raw/job.json}; present exactly in the state {@link State#PLANNED}
 * @param problem why {@code raw/job.json} can't be used, in words as untrusted as the file; null
 *     unless the state is {@link State#UNUSABLE}
 */
public record Expectation(State state, Optional<JobPlan> plan, String problem) {

  /** The set of presets of all versions that left no plan. */
  private static final PresetSet BEFORE_PLANS = PresetSet.ISSUE_26_1;

  /** Versions that wrote none. */
  private static final Pattern WITHOUT_PLAN = Pattern.compile("0\\.1\\.\\d+(-[A-Za-z0-9.]+)?");

  /** Where it is known from what was to happen. */
  public enum State {
    /** From {@code raw/job.json}. */
    PLANNED,
    /** Every run is of a version that planned nothing but its presets, and wrote no plan. */
    BEFORE_PLANS,
    /** There is no plan, and there should be one. */
    MISSING,
    /** There is a plan, and it can't be used. */
    UNUSABLE
  }

  /**
   * What the directory says of itself.
   *
   * @throws chatload.tool.UserError when a file is there and can't be read
   */
  public static Expectation read(ReportDir dir) {
    Optional<byte[]> bytes = dir.folder().read(dir.job());
    if (bytes.isEmpty()) {
      boolean isOld =
          BEFORE_PLANS.names().stream()
              .flatMap(scenario -> RunFiles.manifest(dir, scenario).stream())
              .allMatch(Expectation::isBeforePlans);
      State state = isOld ? State.BEFORE_PLANS : State.MISSING;
      return new Expectation(state, Optional.empty(), null);
    }
    try {
      JobPlan plan = Json.MAPPER.readValue(bytes.get(), JobPlan.class);
      return plan == null ? unusable("it holds nothing") : of(plan);
    } catch (IOException e) {
      return unusable(JsonProblem.of(e));
    }
  }

  /** By its version, and by what only later versions write. */
  private static boolean isBeforePlans(RunManifest run) {
    return WITHOUT_PLAN.matcher(String.valueOf(run.tool().chatload())).matches()
        && run.config().rampMs() == null
        && run.target().headers() == null;
  }

  /** What the versions that wrote no plan ran. */
  public static Expectation beforePlans() {
    return new Expectation(State.BEFORE_PLANS, Optional.empty(), null);
  }

  /** What a plan that was read or made asks for. */
  public static Expectation of(JobPlan plan) {
    return new Expectation(State.PLANNED, Optional.of(plan), null);
  }

  private static Expectation unusable(String problem) {
    return new Expectation(State.UNUSABLE, Optional.empty(), problem);
  }

  /** The part of a plan that this is, if it is one: then it says nothing without the others. */
  public Optional<PlannedPart> part() {
    return plan.map(JobPlan::part);
  }

  /** Names of the scenarios that should have been run, in order. */
  public List<String> scenarios() {
    return plan.map(JobPlan::names).orElseGet(BEFORE_PLANS::names);
  }

  /**
   * The presets that were in force, as they were published and not as the plan tells it; empty if
   * this version does not know the name, so that nobody here can say what they are worth.
   */
  public Optional<PresetSet> presets() {
    return plan.isEmpty()
        ? Optional.of(BEFORE_PLANS)
        : PresetSet.published(plan.get().presets().name());
  }

  /** Names of the presets in force that were not to be run. */
  public List<String> leftOut() {
    List<String> planned = scenarios();
    return presets().stream()
        .flatMap(set -> set.names().stream())
        .filter(name -> !planned.contains(name))
        .toList();
  }

  /** Whether the job was started by {@code ./loadtest scenarios}, as far as a plan says so. */
  public boolean isByScenarios() {
    return plan.filter(job -> job.startedBy() == JobPlan.StartedBy.SCENARIOS).isPresent();
  }
}
