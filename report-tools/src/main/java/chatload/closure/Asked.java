package chatload.closure;

import chatload.result.JobResult;
import chatload.run.CredentialUsed;
import chatload.run.JobPlan;
import chatload.run.PlannedScenario;
import chatload.run.ProtocolUsed;
import chatload.run.RunManifest;
import chatload.run.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * What a job was asked to do: what its plan says or, of versions without one, its runs.
 *
 * @param url null for the embedded service that the job starts itself
 * @param credential empty for tokens of one user
 * @param health null if nothing was said of it
 * @param proxy null for none
 */
record Asked(
    String url,
    String tenantId,
    String userId,
    String message,
    String threadPrefix,
    boolean tlsVerified,
    boolean http2,
    Optional<ProtocolUsed> protocol,
    Optional<CredentialUsed> credential,
    String health,
    String proxy,
    List<PlannedScenario> scenarios) {

  /** Empty if there is neither plan nor run. */
  static Optional<Asked> of(JobResult job) {
    return job.expected().plan().map(Asked::of).or(() -> of(job.manifests()));
  }

  Asked embedded() {
    return new Asked(
        null,
        tenantId,
        userId,
        message,
        threadPrefix,
        tlsVerified,
        http2,
        protocol,
        Optional.empty(),
        null,
        null,
        scenarios);
  }

  private static Asked of(JobPlan plan) {
    return new Asked(
        plan.target().url(),
        plan.identity().tenantId(),
        plan.identity().userId(),
        plan.message(),
        plan.threadPrefix(),
        plan.target().tlsVerified(),
        plan.target().http2(),
        Optional.ofNullable(plan.target().protocol()),
        Optional.ofNullable(plan.identity().credential()),
        plan.target().health(),
        plan.target().proxy(),
        plan.scenarios());
  }

  private static Optional<Asked> of(List<RunManifest> runs) {
    return runs.stream()
        .findFirst()
        .map(
            run ->
                new Asked(
                    run.config().url(),
                    run.config().tenantId(),
                    run.config().userId(),
                    run.config().message(),
                    run.config().threadPrefix(),
                    run.target().tlsVerified(),
                    Boolean.TRUE.equals(run.target().http2()),
                    Optional.ofNullable(run.target().protocol()),
                    Optional.empty(), // versions that made no plan knew tokens alone
                    null,
                    null,
                    runs.stream().flatMap(one -> scenario(one).stream()).toList()));
  }

  /** Empty for sizes that nobody can ask for, as in a damaged manifest. */
  private static Optional<PlannedScenario> scenario(RunManifest run) {
    RunManifest.Config config = run.config();
    try {
      return Optional.of(
          new PlannedScenario(
              run.scenario(),
              config.requests(),
              config.concurrency(),
              config.timeoutMs(),
              config.rampMs() == null ? Scenario.RAMP.toMillis() : config.rampMs(),
              run.thresholds(),
              config.load()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
