package chatload.records;

import chatload.run.InForce;
import chatload.run.JobPlan;
import chatload.run.PlannedScenario;
import chatload.run.ProtocolUsed;
import chatload.run.RunManifest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Holds what was in force against what was planned, and the runs of a job against each other. A
 * planned external target that turned out to be the embedded service is no difference here: every
 * document says so, and nothing is closed.
 */
public final class PlanCheck {

  /**
   * What all runs of a job share.
   *
   * @param name of the field in {@code raw/<scenario>-run.json}
   */
  private record Shared(
      String name, Function<JobPlan, Object> planned, Function<RunManifest, Object> found) {}

  private static final List<Shared> SHARED =
      List.of(
          new Shared(
              "config.tenantId",
              plan -> plan.identity().tenantId(),
              run -> run.config().tenantId()),
          new Shared(
              "config.userId", plan -> plan.identity().userId(), run -> run.config().userId()),
          new Shared("config.authMode", PlanCheck::authMode, run -> run.config().authMode()),
          new Shared(
              "config.threadPrefix", JobPlan::threadPrefix, run -> run.config().threadPrefix()),
          new Shared("config.message", JobPlan::message, run -> run.config().message()),
          new Shared("config.cancel", JobPlan::cancel, run -> run.config().cancel()),
          new Shared("config.data", JobPlan::data, run -> run.config().data()),
          new Shared(
              "config.part",
              plan -> plan.part() == null ? null : plan.part().part(),
              run -> run.config().part()),
          new Shared(
              "target.tlsVerified",
              plan -> plan.target().tlsVerified(),
              run -> run.target().tlsVerified()),
          new Shared(
              "target.http2",
              plan -> plan.target().http2(),
              run -> Boolean.TRUE.equals(run.target().http2())),
          new Shared(
              "target.fallbackReplies",
              plan -> plan.target().fallbackReplies(),
              run -> run.target().fallbackReplies()),
          new Shared(
              "target.headers",
              plan -> plan.target().headers(),
              run -> run.target().headers() == null ? List.of() : run.target().headers()),
          new Shared(
              "target.protocol",
              plan -> said(plan.target().protocol()),
              run -> said(run.target().protocol())),
          new Shared("tool.chatload", plan -> plan.tool().chatload(), run -> run.tool().chatload()),
          new Shared("tool.gatling", plan -> plan.tool().gatling(), run -> run.tool().gatling()),
          new Shared("tool.java", plan -> plan.tool().java(), run -> run.tool().java()),
          new Shared("tool.os", plan -> plan.tool().os(), run -> run.tool().os()));

  private PlanCheck() {}

  private static Object authMode(JobPlan plan) {
    return plan.identity().credential() == null ? "jwt" : plan.identity().credential().kind();
  }

  /** A protocol without the text of its file. */
  private static String said(ProtocolUsed protocol) {
    return protocol == null ? "that of the checklist" : protocol.inShort().toString();
  }

  /**
   * Something that is not as it should be.
   *
   * @param field in {@code raw/<scenario>-run.json}
   * @param values both of them, as untrusted as the files
   */
  public record Difference(String field, String values) {}

  /** In what a run is not what was planned; empty if it is. */
  public static List<Difference> differences(JobPlan plan, RunManifest run) {
    List<Difference> differences = new ArrayList<>();
    compare(differences, "runId", plan.runId(), run.runId());
    if (plan.target().url() != null) {
      compare(differences, "config.url", plan.target().url(), run.config().url());
    } else if (run.status() != RunManifest.Status.RUNNING) { // only the replies tell the kind
      compare(differences, "target.kind", plan.target().kind(), run.target().kind());
    }
    for (Shared fact : SHARED) {
      compare(differences, fact.name(), fact.planned().apply(plan), fact.found().apply(run));
    }
    plan.scenario(run.scenario()).ifPresent(planned -> addSizes(differences, planned, run));
    compare(
        differences,
        "config.joined",
        plan.merged() == null || !run.config().isOpen() ? null : plan.merged().size(),
        run.config().joined());
    return differences;
  }

  private static void addSizes(
      List<Difference> differences, PlannedScenario planned, RunManifest run) {
    RunManifest.Config config = run.config();
    compare(differences, "config.requests", planned.requests(), config.requests());
    compare(differences, "config.concurrency", planned.concurrency(), config.concurrency());
    compare(differences, "config.timeoutMs", planned.timeoutMs(), config.timeoutMs());
    compare(differences, "config.rampMs", planned.rampMs(), config.rampMs());
    compare(differences, "config.load", planned.load(), config.load());
    Map<String, Object> limits = planned.thresholds().fields(limit -> limit);
    Map<String, Object> found = run.thresholds().fields(limit -> limit);
    Stream.concat(limits.keySet().stream(), found.keySet().stream())
        .distinct()
        .forEach(
            field ->
                compare(differences, "thresholds." + field, limits.get(field), found.get(field)));
  }

  private static void compare(
      List<Difference> differences, String field, Object planned, Object found) {
    if (!Objects.equals(planned, found)) {
      differences.add(new Difference(field, planned + " ≠ " + found));
    }
  }

  /** In what runs that should share everything but their sizes are not alike. */
  public static List<Difference> unlike(List<RunManifest> runs) {
    List<Difference> differences = new ArrayList<>();
    for (Shared fact : SHARED) {
      addUnlike(differences, runs, fact.name(), run -> String.valueOf(fact.found().apply(run)));
    }
    addUnlike(differences, runs, "target.connection.acceptEncoding", PlanCheck::acceptEncoding);
    addUnlike(differences, runs, "target.connection.trusted", PlanCheck::trusted);
    return differences;
  }

  /** A run that does not know is like any other. */
  private static void addUnlike(
      List<Difference> differences,
      List<RunManifest> runs,
      String field,
      Function<RunManifest, Object> fact) {
    Set<Object> values = new HashSet<>();
    List<String> each = new ArrayList<>();
    for (RunManifest run : runs) {
      Object value = fact.apply(run);
      if (value != null) {
        values.add(value);
        each.add(run.scenario() + ": " + value);
      }
    }
    if (values.size() > 1) {
      differences.add(new Difference(field, String.join(" ≠ ", each)));
    }
  }

  /** Read from the requests that were written; null if there were none. */
  private static Object acceptEncoding(RunManifest run) {
    InForce seen = run.target().connection();
    return seen == null || seen.acceptEncoding() == null || seen.acceptEncoding().isEmpty()
        ? null
        : seen.acceptEncoding();
  }

  /** Read from the connections; null without any, and without TLS. */
  private static Object trusted(RunManifest run) {
    return run.target().connection() == null ? null : run.target().connection().trusted();
  }
}
