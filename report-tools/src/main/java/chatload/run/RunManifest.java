package chatload.run;

import chatload.metric.ChatTime;
import chatload.metric.Thresholds;
import chatload.tool.Version;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * Everything that was in force during one run of one scenario: {@code raw/<scenario>-run.json}. It
 * is written when the run starts and written again, complete, when it ends; a run that was killed
 * has the status {@link Status#RUNNING} for ever.
 *
 * @param schemaVersion version of this file's layout, 1
 * @param runId ties together all files of one job
 * @param scenario its name, such as smoke
 * @param status how far the run came
 * @param startedAt wall clock, ISO-8601 UTC
 * @param finishedAt wall clock, ISO-8601 UTC; null until the run ended
 * @param durationMs from the first chat's start to the run's end, milliseconds; null until it ended
 * @param config what was sent where
 * @param thresholds what it is judged by
 * @param preset whether size, time limit and thresholds are the checklist's
 * @param target what kind of service was tested and how it was reached
 * @param generator how the load generator itself did; null until the run ended
 * @param tool versions
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunManifest(
    int schemaVersion,
    String runId,
    String scenario,
    Status status,
    String startedAt,
    String finishedAt,
    Double durationMs,
    Config config,
    Thresholds thresholds,
    boolean preset,
    Target target,
    Generator generator,
    Tool tool) {

  public static final int SCHEMA_VERSION = 1;

  public RunManifest {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion " + schemaVersion + ", this version reads " + SCHEMA_VERSION);
    }
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(config, "config");
    Objects.requireNonNull(thresholds, "thresholds");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(tool, "tool");
    if (status == Status.COMPLETED && (finishedAt == null || durationMs == null)) {
      throw new IllegalArgumentException("status COMPLETED without finishedAt or durationMs");
    }
  }

  /** How far a run came. */
  public enum Status {
    /** Started; if nothing runs any more, it was killed. */
    RUNNING,
    /** Every planned chat ended and was recorded. */
    COMPLETED,
    /** It was stopped, or could not send or record everything. */
    ABORTED
  }

  /**
   * What was sent where.
   *
   * @param url the chat URL, without user info
   * @param requests chats planned
   * @param concurrency users that share them
   * @param timeoutMs time limit of one chat, milliseconds
   * @param tenantId tenant in the token; null if a ready token says nothing of it
   * @param userId user in the token; null likewise
   * @param authMode what kind of credential requests carried, such as {@code jwt}
   * @param threadPrefix first part of the thread ids
   * @param message what every chat says
   * @param rampMs time in which the users arrived, milliseconds; null in runs of versions whose
   *     users shared one pool of chats
   * @param data what chats were made of instead of the message; null if of nothing else
   * @param cancel users who give up; null if nobody does
   * @param load of chats that were due at instants of their own; null for users who sent one after
   *     the other
   * @param part which part of the chats and users this run sent; null for all of them
   * @param joined of how many parts the records of an open load are, each of which began by itself;
   *     null for one
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Config(
      String url,
      int requests,
      int concurrency,
      long timeoutMs,
      String tenantId,
      String userId,
      String authMode,
      String threadPrefix,
      String message,
      @JsonInclude(JsonInclude.Include.NON_NULL) Long rampMs,
      @JsonInclude(JsonInclude.Include.NON_NULL) DataUsed data,
      @JsonInclude(JsonInclude.Include.NON_NULL) CancelPlan cancel,
      @JsonInclude(JsonInclude.Include.NON_NULL) LoadPlan load,
      @JsonInclude(JsonInclude.Include.NON_NULL) Part part,
      @JsonInclude(JsonInclude.Include.NON_NULL) Integer joined) {

    /** Whether chats were due at instants of their own. */
    @JsonIgnore
    public boolean isOpen() {
      return load != null;
    }

    /** Chats that this run was to send: those of its part. */
    @JsonIgnore
    public int due() {
      return share().chats(requests, concurrency);
    }

    /** What was sent of what was planned. */
    @JsonIgnore
    public Part share() {
      return part == null ? Part.WHOLE : part;
    }

    /** Whether all chats ask the same; what a message has that is unique makes it another. */
    @JsonIgnore
    public boolean isOneMessage() {
      return data == null ? message != null && !message.contains("${unique}") : data.isOneMessage();
    }

    /** Of chats that all say the message and wait for the reply. */
    public Config(
        String url,
        int requests,
        int concurrency,
        long timeoutMs,
        String tenantId,
        String userId,
        String authMode,
        String threadPrefix,
        String message,
        Long rampMs) {
      this(
          url,
          requests,
          concurrency,
          timeoutMs,
          tenantId,
          userId,
          authMode,
          threadPrefix,
          message,
          rampMs,
          null,
          null,
          null,
          null,
          null);
    }
  }

  /**
   * The service under test.
   *
   * @param kind {@code embedded} when it is this project's own chat service, else {@code external}
   * @param tlsVerified whether certificates and host names were verified
   * @param http2 whether HTTP/2 was offered; null in runs of versions that could not
   * @param fallbackReplies beginnings of replies that count as canned
   * @param headers names of the headers that were added to every request, sorted; null in runs of
   *     versions that could not
   * @param connection what was in force on the connections; null until the run ended, and in runs
   *     of versions that did not look
   * @param protocol what was spoken, in short; null for the protocol of the checklist's service
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Target(
      String kind,
      boolean tlsVerified,
      Boolean http2,
      List<String> fallbackReplies,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<String> headers,
      @JsonInclude(JsonInclude.Include.NON_NULL) InForce connection,
      @JsonInclude(JsonInclude.Include.NON_NULL) ProtocolUsed protocol) {
    public static final String EMBEDDED = "embedded";
    public static final String EXTERNAL = "external";

    /** Without what was in force, in the protocol of the checklist's service. */
    public Target(
        String kind,
        boolean tlsVerified,
        Boolean http2,
        List<String> fallbackReplies,
        List<String> headers) {
      this(kind, tlsVerified, http2, fallbackReplies, headers, null, null);
    }

    public Target {
      if (!EMBEDDED.equals(kind) && !EXTERNAL.equals(kind)) {
        throw new IllegalArgumentException("target.kind must be embedded or external: " + kind);
      }
      fallbackReplies = List.copyOf(fallbackReplies);
      headers = headers == null ? null : List.copyOf(headers);
    }

    @JsonIgnore
    public boolean isEmbedded() {
      return EMBEDDED.equals(kind);
    }
  }

  /**
   * How the load generator itself did.
   *
   * @param calibration what it measured wrong against the embedded service before the run
   * @param processors cores that it could use
   * @param maxHeapMb its heap limit, MiB
   * @param problems what kept it from doing its work, in words; empty when nothing did
   * @param watch what it saw of itself during the run; null until the run ended, and in runs that
   *     were recorded before there was a watch
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Generator(
      Calibration calibration,
      int processors,
      long maxHeapMb,
      List<String> problems,
      Watched watch) {
    public Generator {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Error of measured times against the journal of the embedded service, in the last round of the
   * warm-up. All times are milliseconds.
   *
   * @param rounds rounds of chats that were run
   * @param chats chats in all rounds; without those that the process practised when it started
   * @param durationMs how long it took
   * @param n chats in the last round
   * @param firstTokenErrorP95Ms P95 of measured minus true first-token time
   * @param totalErrorP95Ms P95 of measured minus true total time
   * @param converged whether the errors fell below the limit before the cap was reached
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Calibration(
      int rounds,
      int chats,
      double durationMs,
      int n,
      Double firstTokenErrorP95Ms,
      Double totalErrorP95Ms,
      boolean converged)
      implements ChatTime.Calibrated {}

  /** Versions of what measured: this project, Gatling, Java and the operating system. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Tool(String chatload, String gatling, String java, String os) {

    /** Those of this process. */
    public static Tool here() {
      return new Tool(
          Version.CHATLOAD,
          Version.GATLING,
          System.getProperty("java.version"),
          System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }
  }
}
