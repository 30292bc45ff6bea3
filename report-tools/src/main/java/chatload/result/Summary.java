package chatload.result;

import chatload.confidence.Confidence;
import chatload.confidence.Trend;
import chatload.metric.Latencies;
import chatload.metric.Rounding;
import chatload.metric.Thresholds;
import chatload.records.TokensUsed;
import chatload.run.ProtocolUsed;
import chatload.run.RunManifest;
import chatload.verdict.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code <scenario>-summary.json}, field by field and in the order of the file. Scripts outside
 * this project read it, so fields may be added, not renamed. Without a usable manifest nobody knows
 * what was planned: then all that depends on it is null.
 *
 * @param schemaVersion version of this layout, 1
 * @param startedAt wall clock, ISO-8601 UTC
 * @param finishedAt wall clock, ISO-8601 UTC; null if the run has no end
 * @param latency times over OK chats
 * @param usage tokens as the service said; null, and not in the file, if it never did
 * @param outcomes chats by outcome, in the order of the enum; OK always, others if there are any
 * @param causes failures by cause, in the order of the enum, if there are any
 * @param failures all chats that are not OK, by id, with those that have no record; there can be
 *     millions, so each is read again from the records when it is got
 * @param failuresNotListed how many chats without a record are too many to be listed; null, and not
 *     in the file, if all are
 * @param confidence how sure each check is that has data; none where the run is INCONCLUSIVE
 * @param trend what became of times and failures while the run went; not in the file where the run
 *     is too short to have one, or INCONCLUSIVE
 * @param gatling the same figures from Gatling's own log; null when there is none
 * @param generator how the load generator did; null if the run does not say
 */
public record Summary(
    int schemaVersion,
    String runId,
    String scenario,
    String startedAt,
    String finishedAt,
    RunManifest.Config config,
    Limits thresholds,
    Totals totals,
    Latencies latency,
    @JsonInclude(JsonInclude.Include.NON_NULL) TokensUsed usage,
    Map<String, Integer> outcomes,
    Map<String, Integer> causes,
    List<Failure> failures,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer failuresNotListed,
    Verdict verdict,
    List<Confidence> confidence,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Trend> trend,
    GatlingSummary gatling,
    RunManifest.Generator generator,
    RunManifest.Tool tool,
    Target target) {

  public static final int SCHEMA_VERSION = 1;

  public Summary {
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
    failures = Collections.unmodifiableList(failures);
    confidence = List.copyOf(confidence);
    trend = List.copyOf(trend);
  }

  /**
   * The limits in force.
   *
   * @param preset whether they, the size and the time limit are the checklist's
   */
  public record Limits(Thresholds limits, boolean preset) {

    /** Each limit under its own name, without needless zeros. */
    @JsonValue
    Map<String, Object> json() {
      Map<String, Object> fields = limits.fields(Rounding::plain);
      fields.put("preset", preset);
      return fields;
    }
  }

  /**
   * The run as a whole.
   *
   * @param durationMs from the first chat's start to the run's end; null if no chat was recorded
   * @param requests chats planned, always success + failed + cancelled
   * @param cancelled chats that were closed on purpose, and count for nothing; null for none
   * @param success OK chats
   * @param failed all others, also those without a record
   * @param successRate 0..1
   * @param good OK chats inside every limit of a single chat; null without such limits
   * @param goodShare the same among those planned, 0..1
   * @param throughputRps OK chats per second of the duration, three decimals; null without one
   * @param atOnce mean number of chats in flight while all users should have been at work, two
   *     decimals; null in runs of versions whose users shared one pool of chats
   * @param usersWithoutOk users none of whose chats was OK; null as above
   * @param differentReplies how many different texts the OK chats got; null without OK chats, and
   *     in runs of versions that did not keep it
   */
  public record Totals(
      Double durationMs,
      Integer requests,
      Integer success,
      Integer failed,
      @JsonInclude(JsonInclude.Include.NON_NULL) Integer cancelled,
      BigDecimal successRate,
      @JsonInclude(JsonInclude.Include.NON_NULL) Integer good,
      @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal goodShare,
      BigDecimal throughputRps,
      @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal atOnce,
      @JsonInclude(JsonInclude.Include.NON_NULL) Integer usersWithoutOk,
      @JsonInclude(JsonInclude.Include.NON_NULL) Integer differentReplies) {}

  /**
   * The service under test.
   *
   * @param kind external or embedded
   * @param tlsVerified whether certificates and host names were verified
   * @param protocol what was spoken; null, and not in the file, for the checklist's service
   */
  public record Target(
      String kind,
      boolean tlsVerified,
      @JsonInclude(JsonInclude.Include.NON_NULL) ProtocolUsed protocol) {

    static Target of(RunManifest.Target target) {
      return new Target(target.kind(), target.tlsVerified(), target.protocol());
    }
  }
}
