package chatload.verdict;

import chatload.metric.Metric;
import chatload.words.Phrase;
import chatload.words.Said;
import chatload.words.Wording;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;

/**
 * One reason for a verdict, as data: documents say it in their own language, JSON in English.
 *
 * @param kind what is the matter
 * @param metric with which metric; null if the phrase has no gap for its name
 * @param figures our own figures and names for the gaps of the phrase, in order
 * @param quote words from elsewhere, not to be trusted; null if the phrase has no gap for them
 */
public record Reason(Kind kind, Metric metric, List<String> figures, String quote) implements Said {

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

  @Override
  public Phrase phrase() {
    return kind;
  }

  /** A plain English sentence. */
  @JsonValue
  public String sentence() {
    return Wording.ENGLISH.say(this);
  }

  /** What can be the matter; {@code words/reason_en.properties} says it. */
  public enum Kind implements Phrase {
    SHARE_MISSED,
    LIMIT_EXCEEDED,
    RATE_UNDERCUT,
    GOOD_MISSED,
    NOTHING_MEASURED,
    NOTHING_TO_MEASURE,
    PARTLY_MEASURED,
    BEYOND_WARNING,
    UNDECIDED,
    UNDECIDABLE,
    UNPROVABLE,

    NOT_RUN,
    NO_MANIFEST,
    UNUSABLE_MANIFEST,
    STILL_RUNNING,
    ABORTED,
    NO_RECORDS,
    RECORDS_MISSING,
    NOT_SENT,
    OTHER_PROTOCOL,
    TORN_LINE,
    UNREADABLE_LINES,
    OTHER_RUN,
    IDS_OUT_OF_RANGE,
    DUPLICATE_IDS,
    CONTRADICTIONS,
    MORE_THAN_ONE_POST,
    WRONG_USERS,
    WRONG_STARTS,
    WRONG_TURNS,
    WRONG_CANCELS,
    CONCURRENCY_NOT_REACHED,
    GENERATOR_UNKNOWN,
    GENERATOR_PROBLEM,
    GENERATOR_FAILURES,
    GENERATOR_LATE,
    WITHIN_ERROR,
    GOOD_WITHIN_ERROR,

    GATLING_COUNTS_DIFFER,
    GATLING_TIME_DIFFERS,
    GATLING_LOG_TRUNCATED,
    GATLING_LOG_UNUSABLE,
    GATLING_LOG_MISSING,
    SEVERAL_GATLING_RUNS,

    MIXED_RUNS,
    MIXED_TARGETS,
    MIXED_SETTINGS,
    STALE_RUN,
    STALE_PAUSE,
    TIME_UNKNOWN,
    PLAN_MISSING,
    PLAN_UNUSABLE,
    OWN_SEAL_MISSING,
    PLAN_DIFFERS,
    PRESETS_DIFFER,
    NOT_PLANNED,
    PREFLIGHT_MISSING,
    PREFLIGHT_NOT_PLANNED,
    PREFLIGHT_UNUSABLE,
    PREFLIGHT_DIFFERS,
    EVIDENCE_CHANGED,
    PART_ALONE,
    PARTS_UNUSABLE,
    PART_DIFFERS,
    PARTS_APART,
    CLOCKS_APART,
    CLOCK_UNKNOWN;

    @Override
    public String bundle() {
      return "reason";
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
