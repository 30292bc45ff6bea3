package chatload.merge;

import chatload.files.ReportDir;
import chatload.gatling.GatlingRun;
import chatload.metric.Latencies;
import chatload.records.Expectation;
import chatload.records.RunEvidence;
import chatload.run.JobPlan;
import chatload.tool.UserError;
import chatload.verdict.Agreement;
import chatload.verdict.PartJudge;
import chatload.verdict.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merged evidence as it stands in a report directory, held against its parts, which stand there,
 * too. What does not follow from them carries no verdict.
 */
public final class MergedJob {

  private final Optional<Join> join;
  private final List<Reason> conflicts;

  private MergedJob(Optional<Join> join, List<Reason> conflicts) {
    this.join = join;
    this.conflicts = List.copyOf(conflicts);
  }

  /** Where the evidence of a part stands in the merged directory. */
  static ReportDir of(ReportDir dir, int part) {
    return new ReportDir(dir.raw().resolve("part-" + part));
  }

  /** Of a directory; empty if it was not merged. */
  public static Optional<MergedJob> in(ReportDir dir, Expectation expected) {
    return expected.plan().filter(plan -> plan.merged() != null).map(plan -> read(dir, plan));
  }

  private static MergedJob read(ReportDir dir, JobPlan plan) {
    try {
      List<ReportDir> directories =
          plan.merged().stream().map(part -> of(dir, part.part())).toList();
      if (directories.isEmpty()) {
        return new MergedJob(Optional.empty(), List.of(PartJudge.unusable("merged names no part")));
      }
      Parts parts = Parts.read(directories);
      Join join = new Join(parts);
      List<Reason> conflicts = new ArrayList<>();
      for (String file : join.differences(dir)) {
        conflicts.add(PartJudge.unusable(file));
      }
      join.runs().forEach((scenario, runs) -> conflicts.addAll(Overlap.conflicts(scenario, runs)));
      return new MergedJob(Optional.of(join), conflicts);
    } catch (UserError | IOException e) {
      return new MergedJob(
          Optional.empty(), List.of(PartJudge.unusable(String.valueOf(e.getMessage()))));
    }
  }

  /** What keeps it from being one load, joined as it should be; empty when nothing does. */
  public List<Reason> conflicts() {
    return conflicts;
  }

  /** What Gatling left of a scenario in all parts together. */
  public GatlingRun gatling(String scenario) {
    Map<String, GatlingRun> each = new LinkedHashMap<>();
    for (PartRun run : runs(scenario)) {
      each.put("part-" + run.part().number(), GatlingRun.of(run.part().dir(), scenario));
    }
    return GatlingRun.together(each);
  }

  /** In which parts Gatling's own log does not say what the records say. */
  public List<Reason> doubts(String scenario) {
    List<Reason> doubts = new ArrayList<>();
    for (PartRun run : runs(scenario)) {
      run.evidence().map(found -> agreement(run, found)).stream()
          .flatMap(found -> found.differences().stream())
          .map(reason -> PartJudge.of(run.part().number(), reason))
          .forEach(doubts::add);
    }
    return doubts;
  }

  private static Agreement agreement(PartRun run, RunEvidence evidence) {
    Latencies latencies = evidence.chats().latencies();
    boolean isLogNeeded = Expectation.of(run.part().plan()).isByScenarios();
    return Agreement.of(
        GatlingRun.of(run.part().dir(), evidence.scenario()), evidence, latencies, isLogNeeded);
  }

  private List<PartRun> runs(String scenario) {
    return join.map(found -> found.runs().getOrDefault(scenario, List.of())).orElse(List.of());
  }
}
