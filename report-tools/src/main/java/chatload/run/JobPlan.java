package chatload.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a job was to do: {@code raw/job.json}. It is written before the first byte is sent, the
 * preflight's included, and never again; everything that happened is held against it.
 *
 * @param schemaVersion version of this file's layout, 1
 * @param runId ties together all files of the job
 * @param createdAt when it was planned; wall clock, ISO-8601 UTC
 * @param startedBy who runs the scenarios
 * @param presets the set of presets in force, by name and in full
 * @param scenarios those to run, in order, at least one, each once
 * @param target where to and how
 * @param identity what the tokens say
 * @param message what every chat says
 * @param threadPrefix first part of the thread ids
 * @param warmUpLimitMs how long rounds of warm-up begin before each scenario, milliseconds; 0 for
 *     none
 * @param preflight whether the target is to be looked at before the load
 * @param tool versions of what made the plan
 * @param data what chats are made of instead of the message; null if of nothing else
 * @param cancel users who give up; null if nobody does
 * @param gate the gate file; null for none
 * @param traceUrl where a chat's trace is found, a {@link TraceUrl}; null if nobody said
 * @param part which part of all this the job sends; null for all of it
 * @param merged the parts that it was joined from; null if it was not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JobPlan(
    int schemaVersion,
    String runId,
    String createdAt,
    StartedBy startedBy,
    PresetSet presets,
    List<PlannedScenario> scenarios,
    Target target,
    Identity identity,
    String message,
    String threadPrefix,
    long warmUpLimitMs,
    Preflight preflight,
    RunManifest.Tool tool,
    @JsonInclude(JsonInclude.Include.NON_NULL) DataUsed data,
    @JsonInclude(JsonInclude.Include.NON_NULL) CancelPlan cancel,
    @JsonInclude(JsonInclude.Include.NON_NULL) GateUsed gate,
    @JsonInclude(JsonInclude.Include.NON_NULL) String traceUrl,
    @JsonInclude(JsonInclude.Include.NON_NULL) PlannedPart part,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<PlannedPart.Merged> merged) {

  public static final int SCHEMA_VERSION = 1;

  private static final int MOST_SCENARIOS = 16;

  public JobPlan {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion " + schemaVersion + ", this version reads " + SCHEMA_VERSION);
    }
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(startedBy, "startedBy");
    Objects.requireNonNull(presets, "presets");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(preflight, "preflight");
    Objects.requireNonNull(tool, "tool");
    if (part != null && merged != null) {
      throw new IllegalArgumentException("a plan can't be both a part and merged");
    }
    merged = merged == null ? null : List.copyOf(merged);
    scenarios = List.copyOf(Objects.requireNonNull(scenarios, "scenarios"));
    long different = scenarios.stream().map(PlannedScenario::name).distinct().count();
    if (different == 0 || different != scenarios.size() || different > MOST_SCENARIOS) {
      throw new IllegalArgumentException(
          "scenarios must be different ones, at least one and at most " + MOST_SCENARIOS);
    }
    if (traceUrl != null) {
      new TraceUrl(traceUrl);
    }
  }

  /** Who runs the scenarios of a job. */
  public enum StartedBy {
    /** {@code ./loadtest scenarios}. */
    @JsonProperty("scenarios")
    SCENARIOS,
    /** {@code mvn gatling:test}, or whatever else starts the simulations themselves. */
    @JsonProperty("maven")
    MAVEN
  }

  /** Whether the target is looked at before the load. */
  public enum Preflight {
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("skipped")
    SKIPPED
  }

  /**
   * The service to be tested.
   *
   * @param url the chat URL as the evidence shows it; null for the embedded service, which takes
   *     any free port
   * @param kind {@code embedded} for a service that the job starts itself, else {@code external}
   * @param tlsVerified whether certificates and host names are to be verified
   * @param http2 whether HTTP/2 is to be offered
   * @param fallbackReplies beginnings of replies that count as canned
   * @param headers names of the headers that are added to every request, sorted
   * @param protocol what is spoken; null for the protocol of the checklist's service
   * @param health where the preflight was told to ask whether it is up, or {@code none}; null if it
   *     was told nothing
   * @param proxy through which it is to be reached, without its credential; null for none
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Target(
      String url,
      String kind,
      boolean tlsVerified,
      boolean http2,
      List<String> fallbackReplies,
      List<String> headers,
      @JsonInclude(JsonInclude.Include.NON_NULL) ProtocolUsed protocol,
      @JsonInclude(JsonInclude.Include.NON_NULL) String health,
      @JsonInclude(JsonInclude.Include.NON_NULL) String proxy) {

    /** In the protocol of the checklist's service. */
    public Target(
        String url,
        String kind,
        boolean tlsVerified,
        boolean http2,
        List<String> fallbackReplies,
        List<String> headers) {
      this(url, kind, tlsVerified, http2, fallbackReplies, headers, null, null, null);
    }

    public Target {
      boolean isEmbedded = RunManifest.Target.EMBEDDED.equals(kind);
      if (!isEmbedded && !RunManifest.Target.EXTERNAL.equals(kind)) {
        throw new IllegalArgumentException("target.kind must be embedded or external: " + kind);
      }
      if (isEmbedded != (url == null)) {
        throw new IllegalArgumentException("target.url and target.kind contradict each other");
      }
      fallbackReplies = List.copyOf(Objects.requireNonNull(fallbackReplies, "fallbackReplies"));
      headers = List.copyOf(Objects.requireNonNull(headers, "headers"));
    }
  }

  /**
   * Who the chats are from.
   *
   * @param tenantClaim name of the claim that carries the tenant
   * @param userClaim name of the claim that carries the user
   * @param credential what requests carry; null for tokens of one user, as the checklist has them
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Identity(
      String tenantId,
      String userId,
      String tenantClaim,
      String userClaim,
      String issuer,
      String audience,
      @JsonInclude(JsonInclude.Include.NON_NULL) CredentialUsed credential) {

    /** With tokens of one user, as the checklist has them. */
    public Identity(
        String tenantId,
        String userId,
        String tenantClaim,
        String userClaim,
        String issuer,
        String audience) {
      this(tenantId, userId, tenantClaim, userClaim, issuer, audience, null);
    }
  }

  /** Where a chat's trace is found, if somebody said. */
  public Optional<TraceUrl> traces() {
    return Optional.ofNullable(traceUrl).map(TraceUrl::new);
  }

  /** The same of another job. */
  public JobPlan as(String id, String at, PlannedPart ofIt, List<PlannedPart.Merged> joined) {
    return new JobPlan(
        schemaVersion,
        id,
        at,
        startedBy,
        presets,
        scenarios,
        target,
        identity,
        message,
        threadPrefix,
        warmUpLimitMs,
        preflight,
        tool,
        data,
        cancel,
        gate,
        traceUrl,
        ofIt,
        joined);
  }

  /** Names of the scenarios to run, in order. */
  public List<String> names() {
    return scenarios.stream().map(PlannedScenario::name).toList();
  }

  /** The scenario of that name, if it was to be run. */
  public Optional<PlannedScenario> scenario(String name) {
    return scenarios.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
