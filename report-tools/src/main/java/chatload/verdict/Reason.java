package chatload.verdict;

import chatload.metric.Metric;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One reason for a verdict, as data: documents say it in their own language, JSON in English.
 *
 * @param kind what is the matter
 * @param metric with which metric; null if the phrase has no gap for its name
 * @param figures our own figures and names for the gaps of the phrase, in order
 * @param quote words from elsewhere, not to be trusted; null if the phrase has no gap for them
 */
public record Reason(Kind kind, Metric metric, List<String> figures, String quote) {

  /** Where the phrase for a kind has the metric's name. */
  public static final String METRIC = "{metric}";

  public Reason {
    Objects.requireNonNull(kind, "kind");
    figures = List.copyOf(figures);
  }

  static Reason of(Kind kind, String... figures) {
    return new Reason(kind, null, List.of(figures), null);
  }

  static Reason of(Kind kind, Metric metric, String... figures) {
    return new Reason(kind, metric, List.of(figures), null);
  }

  static Reason quoting(Kind kind, String quote, String... figures) {
    return new Reason(kind, null, List.of(figures), quote);
  }

  /** What fills the gaps of the phrase, by gap. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < figures.size(); i++) {
      values.put(Integer.toString(i), figures.get(i));
    }
    if (quote != null) {
      values.put(Template.Part.QUOTE, quote);
    }
    return values;
  }

  /** A plain English sentence. */
  @JsonValue
  public String sentence() {
    return Template.parse(english()).fill(values());
  }

  /** The English phrase, with the metric's name in it. */
  public String english() {
    return metric == null ? kind.english() : kind.english().replace(METRIC, metric.english());
  }

  /** What can be the matter, with the English phrase for it. */
  public enum Kind {
    SHARE_MISSED("{metric} {0} is below the limit of {1} ({2} of {3} chats OK, {4} needed)"),
    LIMIT_EXCEEDED("{metric} {0} is above the limit of {1} (n={2})"),
    NOTHING_MEASURED("{metric} can't be held against the limit of {0}: no chat was OK (n=0)"),

    NOT_RUN("Not run: there is neither {0} nor {1}"),
    NO_MANIFEST("{0} is missing, so nobody can say what the records are to be held against"),
    UNUSABLE_MANIFEST("{0} can't be used: {quote}"),
    STILL_RUNNING("The run has no end (status RUNNING): it is still going on, or it was killed"),
    ABORTED("The run was aborted: it could not send or record every chat"),
    NO_RECORDS("{0} is missing"),
    RECORDS_MISSING("Chats without a usable record: {0} of {1} planned"),
    NOT_SENT("Chats that were planned and never sent: {0} of {1}"),
    OTHER_PROTOCOL(
        "The service answered every chat in another protocol, so nothing was measured: {quote}"),
    TORN_LINE("The last line of {0} is torn (line {1}) and was left out"),
    UNREADABLE_LINES("Lines of {0} that are no chat record: {1} (first: line {2})"),
    OTHER_RUN("Records of another run or scenario in {0}: {1} (first: line {2})"),
    IDS_OUT_OF_RANGE("Records in {0} with an id that was not planned: {1} (first: line {2})"),
    DUPLICATE_IDS("Further records in {0} of chats that have one: {1} (first: line {2})"),
    CONTRADICTIONS(
        "Records in {0} that say OK and contradict the definition of OK: {1} (first: line {2})"),
    MORE_THAN_ONE_POST(
        "Records in {0} of chats that sent more than one POST: {1} (first: line {2})"),
    WRONG_USERS(
        "Records in {0} of another user than the chat's, or of none: {1} (first: line {2})"),
    CONCURRENCY_NOT_REACHED(
        "The service was not loaded as planned: while all users should have been at work, {0} chats"
            + " were in flight on average, {1} were planned, and at least {2} are needed"),
    GENERATOR_UNKNOWN("The run does not say how the load generator did"),
    GENERATOR_PROBLEM("The load generator could not do its work: {quote}"),
    GENERATOR_FAILURES(
        "The success rate misses its limit only through failures of the load generator: {0} chats"),
    GENERATOR_LATE(
        "The load generator was a bottleneck: at P95 its event loop was {0} ms late and chats were"
            + " handed over {1} ms late, at most {2} ms are allowed (it used {3} of {4} cores; its"
            + " garbage collector paused for {5} ms in all, {6} ms at most)"),
    WITHIN_ERROR(
        "That may be the load generator's doing: it can have made {metric} {0} ms too long"
            + " ({1} ms as measured before the run, {2} ms by being late)"),

    GATLING_COUNTS_DIFFER(
        "Gatling's own log holds {0} chats, {1} OK and {2} failed; the records hold {3}, {4} and"
            + " {5}"),
    GATLING_TIME_DIFFERS(
        "{metric} is {0} ms by Gatling's own log and {1} ms by the records: more than {2} ms"
            + " apart"),
    GATLING_LOG_TRUNCATED(
        "Gatling's own log of the run breaks off, though the run says that it was completed"),
    GATLING_LOG_UNUSABLE("Gatling's own log can't be read: {quote}"),
    GATLING_LOG_MISSING(
        "Gatling's own log of this run is missing in gatling/, where ./loadtest scenarios puts"
            + " it"),
    SEVERAL_GATLING_RUNS(
        "There are {0} results of Gatling for this scenario, and the records are of one run:"
            + " {quote}"),

    MIXED_RUNS("The scenarios are not from one job: there are {0} different run ids"),
    MIXED_TARGETS("The scenarios are not about one target: there are {0} different ones"),
    MIXED_SETTINGS("The scenarios are not from one job, {0} differs: {quote}"),
    STALE_RUN("{0} began at {1}, before the job was planned at {2}"),
    STALE_PAUSE("More than a day lies between {0} ({1}) and {2} ({3})"),
    TIME_UNKNOWN("When {0} ran can't be told: {quote}"),
    PLAN_MISSING("raw/job.json is missing, so nobody can say what was planned"),
    PLAN_UNUSABLE("raw/job.json can't be used, so nobody can say what was planned: {quote}"),
    PLAN_DIFFERS("This run is not what was planned, {0} differs (planned ≠ run): {quote}"),
    PRESETS_DIFFER("raw/job.json does not hold the presets {0} as they were published"),
    NOT_PLANNED("There are files of scenarios that were not planned: {quote}"),
    PREFLIGHT_MISSING("A preflight was planned, and there is no preflight.json"),
    PREFLIGHT_NOT_PLANNED("There is a preflight.json, and no preflight was planned"),
    PREFLIGHT_UNUSABLE("preflight.json can't be read"),
    PREFLIGHT_DIFFERS(
        "preflight.json is not about this job, {0} differs (preflight ≠ job): {quote}"),
    EVIDENCE_CHANGED("The evidence is not what manifest.json recorded when the run ended: {quote}");

    private final String english;

    Kind(String english) {
      this.english = english;
    }

    /** A phrase for {@link Template}, with {@link Reason#METRIC} where it is about a metric. */
    public String english() {
      return english;
    }

    /** Whether runs of different jobs were put together. */
    public boolean isMixture() {
      return switch (this) {
        case MIXED_RUNS, MIXED_TARGETS, MIXED_SETTINGS, STALE_RUN, STALE_PAUSE -> true;
        default -> false;
      };
    }

    /** Whether only that is in doubt which depends on how fast the load generator was. */
    boolean isOnlyLateness() {
      return this == GENERATOR_LATE || this == GENERATOR_UNKNOWN;
    }

    /** Whether records are merely not there, while those that are there can be believed. */
    boolean isOnlyAbsence() {
      return this == RECORDS_MISSING || this == NOT_SENT || this == TORN_LINE;
    }
  }
}
