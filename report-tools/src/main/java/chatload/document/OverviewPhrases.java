package chatload.document;

import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.verdict.Mark;
import chatload.verdict.Reason;
import chatload.words.Language;

/** Everything that {@code OVERVIEW.md} says, in one language; one implementation per language. */
interface OverviewPhrases {

  static OverviewPhrases in(Language language) {
    return language == Language.ZH ? new OverviewChinese() : new OverviewEnglish();
  }

  Language language();

  /** The phrase, with the gaps of {@link chatload.verdict.Template}. */
  String say(Phrase phrase);

  /** The phrase for a reason, with gaps for {@link Reason#values()}. */
  String say(Reason reason);

  /** What an outcome means. */
  String say(Outcome outcome);

  /** The word for a cause. */
  String say(Cause cause);

  /** What a mark means, with gap 0 for the scenarios that carry it. */
  String say(Mark mark);

  /** What has to be said. Gaps are told here. */
  enum Phrase {
    TITLE,
    ALL_MET,
    /** 0: scenarios. */
    SOME_MISSED,
    /** 0: scenarios. */
    NOT_DECIDED,
    NOT_ONE_JOB,
    STOPPED_BY_PREFLIGHT,
    /** Heading of the checks that failed, where they are why nothing was run. */
    STOPPED,
    FIX,

    RESULTS,
    WHY,
    TARGET_AND_RUN,
    PRECONDITIONS,
    LATENCY,
    OUTCOMES,
    FAILURES,
    AT_ONCE,
    USERS_WITHOUT_OK,
    LOAD_GENERATOR,
    NEXT,

    SCENARIO,
    CHATS,
    USERS,
    TIME_LIMIT,
    DURATION,
    THROUGHPUT,
    OK_CHATS,
    VERDICT,
    NOT_RUN,
    UNKNOWN_PLAN,
    /** 0: the limit with its unit. */
    AT_LEAST,
    /** As AT_LEAST. */
    AT_MOST,
    MIN,
    MAX,
    MEAN,
    /** Times are in milliseconds and over OK chats. */
    LATENCY_NOTE,

    MEASUREMENTS,
    /** 0: milliseconds. */
    MEASUREMENTS_NOTE,
    MEASURED_BY,
    BY_RECORDS,
    BY_GATLING,
    BY_TRUNCATED_GATLING,
    NO_GATLING_LOG,
    FAILED,
    AGREE,
    NOT_COMPARED,

    TARGET,
    KIND,
    RUN_ID,
    STARTED,
    FINISHED,
    IDENTITY,
    MESSAGE,
    GENERATOR,
    /** 0: cores, 1: MiB of heap. */
    MACHINE,
    TOOL_VERSIONS,

    PREFLIGHT_ABSENT,
    PREFLIGHT_UNREADABLE,
    CHECK,
    PASSED,
    OBSERVED,
    STATUS,
    TIME,
    TRACE_ID,

    OUTCOME,
    MEANING,
    CAUSE,
    ERROR,
    NO_FAILURES,
    /** 0: how many are not shown, 1: file with all of them. */
    MORE_FAILURES,

    /** 0: scenario, 1, 2: errors in milliseconds, 3: n, 4: chats, 5: rounds. */
    CALIBRATED,
    /** As CALIBRATED. */
    CALIBRATED_UNSETTLED,
    /** 0: scenario. */
    NOT_CALIBRATED,
    /** 0: scenario, 1, 2: event loop late at P95, at most, 3, 4: the same of handing over, ms. */
    WATCHED,
    /** 0: scenario, 1: cores used, 2: cores, 3: machine, 4: pauses, 5, 6: in all, longest, ms. */
    WATCHED_MACHINE,
    /** 0: scenario. */
    NOT_WATCHED,

    /** 0: scenarios. */
    NEXT_RUN_ALL,
    NEXT_ONE_JOB,
    NEXT_GENERATOR,
    /** quote: most frequent outcome, 0: chats that ended so. */
    NEXT_FAILURES,
    /** 0: scenarios. */
    NEXT_SLOW,
    /** 0: scenarios. */
    NEXT_NOT_PERSISTED,
    NEXT_PRECONDITIONS,
    NEXT_AGAIN,
    NEXT_REAL_TARGET,
    NEXT_PRESET,
    NEXT_VERIFIED,
    /** quote: command. */
    NEXT_REVIEW,
    NEXT_WHOLE,
    /** quote: command. */
    NEXT_PREPARE
  }
}
