package chatload.result;

import chatload.evidence.Change;
import chatload.gatling.GatlingRun;
import chatload.metric.Check;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.records.Expectation;
import chatload.records.RecordedChats;
import chatload.run.JobPlan;
import chatload.run.RunManifest;
import chatload.tool.Version;
import chatload.verdict.Caveat;
import chatload.verdict.Reason;
import chatload.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came out of a job.
 *
 * @param status the overall verdict
 * @param conflicts what keeps the scenarios from being one job; empty when nothing does
 * @param scenarios one per expected scenario, in the order of the plan
 * @param expected what all of it was held against
 * @param gatling what Gatling left of every scenario that was planned
 * @param changes what is not as it was sealed; none before there is a seal
 */
public record JobResult(
    Verdict.Status status,
    List<Reason> conflicts,
    List<ScenarioResult> scenarios,
    Expectation expected,
    Map<String, GatlingRun> gatling,
    List<Change> changes) {

  public JobResult {
    conflicts = List.copyOf(conflicts);
    scenarios = List.copyOf(scenarios);
    gatling = Collections.unmodifiableMap(new LinkedHashMap<>(gatling));
    changes = List.copyOf(changes);
  }

  /** One scenario as if it were the whole job, for documents about it alone. */
  public static JobResult of(ScenarioResult scenario) {
    return new JobResult(
        scenario.verdict().status(),
        List.of(),
        List.of(scenario),
        Expectation.beforePlans(),
        Map.of(),
        List.of());
  }

  /** Manifests of the scenarios that have a usable one. */
  public List<RunManifest> manifests() {
    return scenarios.stream().flatMap(result -> result.manifest().stream()).toList();
  }

  /** Metrics that every run has a limit for, and others that some scenario has one for. */
  public List<Metric> limited() {
    Set<Metric> checked =
        scenarios.stream()
            .flatMap(result -> result.verdict().checks().stream())
            .map(Check::metric)
            .collect(Collectors.toSet());
    return Metrics.ALL.stream()
        .filter(metric -> checked.contains(metric) || Metrics.isDue(metric, checked))
        .toList();
  }

  /** The id that plan and runs share; empty when they share none, or there is neither. */
  public Optional<String> runId() {
    List<String> ids =
        Stream.concat(
                expected.plan().map(JobPlan::runId).stream(),
                manifests().stream().map(RunManifest::runId))
            .distinct()
            .toList();
    return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
  }

  /** Whether anything was run at all. */
  public boolean wasRun() {
    return scenarios.stream().anyMatch(ScenarioResult::wasRun);
  }

  /** The version that made the job, if it is not this one: then its words are not ours. */
  public Optional<String> otherVersion() {
    return Stream.concat(
            expected.plan().map(JobPlan::tool).stream(),
            manifests().stream().map(RunManifest::tool))
        .map(tool -> String.valueOf(tool.chatload()))
        .filter(version -> !version.equals(Version.CHATLOAD))
        .findFirst();
  }

  /** Whether the scenarios are of different jobs, so that they have no overall verdict. */
  public boolean isMixed() {
    return conflicts.stream().anyMatch(conflict -> conflict.kind().isMixture());
  }

  /** Each caveat that applies, with the scenarios that it applies to. */
  public Map<Caveat, List<String>> caveats() {
    Map<Caveat, List<String>> caveats = new EnumMap<>(Caveat.class);
    for (ScenarioResult result : scenarios) {
      for (Caveat caveat : result.caveats()) {
        caveats.computeIfAbsent(caveat, key -> new ArrayList<>()).add(result.scenario());
      }
    }
    List<String> leftOut = expected.leftOut();
    if (!leftOut.isEmpty()) {
      caveats.put(Caveat.PARTIAL_PRESET, leftOut);
    }
    return Collections.unmodifiableMap(caveats);
  }

  /** Whether a review of this job can lead to closing; without one nothing may be closed. */
  public boolean mayClose() {
    return status == Verdict.Status.PASS && caveats().isEmpty();
  }

  /**
   * The scenarios in which the service said of OK chats that it stored nothing, each with how many
   * these are of its OK chats, such as {@code smoke 3/20}.
   */
  public List<String> notPersisted() {
    return counts(RecordedChats::notPersisted, (run, chats) -> chats.ok());
  }

  /** The scenarios with users none of whose chats was OK, each with how many of its users. */
  public List<String> usersWithoutOk() {
    return counts(
        chats -> chats.usersWithoutOk().orElse(0), (run, chats) -> run.config().concurrency());
  }

  private List<String> counts(
      ToIntFunction<RecordedChats> part, ToIntBiFunction<RunManifest, RecordedChats> whole) {
    List<String> counts = new ArrayList<>();
    for (ScenarioResult result : scenarios) {
      if (result.manifest().isPresent() && result.evidence().isPresent()) {
        RecordedChats chats = result.evidence().get().chats();
        int found = part.applyAsInt(chats);
        if (found > 0) {
          int all = whole.applyAsInt(result.manifest().get(), chats);
          counts.add(result.scenario() + " " + found + "/" + all);
        }
      }
    }
    return counts;
  }

  /** Names of the scenarios that the overall verdict comes from. */
  public List<String> deciding() {
    return conflicts.isEmpty()
        ? scenariosWith(status)
        : scenarios.stream().map(ScenarioResult::scenario).toList();
  }

  /** Names of the scenarios with that verdict. */
  public List<String> scenariosWith(Verdict.Status wanted) {
    return scenarios.stream()
        .filter(result -> result.verdict().status() == wanted)
        .map(ScenarioResult::scenario)
        .toList();
  }
}
