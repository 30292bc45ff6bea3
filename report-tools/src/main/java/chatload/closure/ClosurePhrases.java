package chatload.closure;

import chatload.verdict.Mark;
import chatload.verdict.Reason;
import chatload.words.Language;

/** Everything that closing documents say, in one language; one implementation per language. */
interface ClosurePhrases {

  static ClosurePhrases in(Language language) {
    return switch (language) {
      case EN -> new ClosureEnglish();
      case ZH -> new ClosureChinese();
    };
  }

  Language language();

  /** The phrase, with the gaps of {@link chatload.verdict.Template}. */
  String say(Phrase phrase);

  /** The phrase for a reason, with gaps for {@link Reason#values()}. */
  String say(Reason reason);

  /** What a mark means, with gap 0 for the scenarios that carry it. */
  String say(Mark mark);

  /** What has to be said. In all of them 0 is the issue and 1 the epic, unless told otherwise. */
  enum Phrase {
    CLOSURE_TITLE,
    /** In the place of CLOSURE_TITLE while nothing may be closed. */
    RECORD_TITLE,
    COMMENT_TITLE,
    STEPS_TITLE,

    ALL_MET,
    /** 0: scenarios. */
    SOME_MISSED,
    /** 0: scenarios. */
    NOT_DECIDED,
    NOT_ONE_JOB,
    STOPPED_BY_PREFLIGHT,
    MAY_CLOSE,
    MAY_NOT_CLOSE,
    ACCEPTED_ITEMS,
    /** Followed by who and why. */
    ACCEPTED_BY,
    /** quote: run id. */
    RUN,
    /** quote: URL, 0: kind of target. */
    TARGET,
    /** quote: from and to. */
    TIME,

    /** 0: verdict. */
    BLOCKED_VERDICT,
    BLOCKED_RUN_ID,
    BLOCKED_REPO,
    /** 0: the item's name on the command line; followed by the item. */
    BLOCKED_OPEN,
    /** quote: finding. */
    BLOCKED_FINDING,
    /** 0: how many. */
    BLOCKED_MORE,

    /** Heading of the checks that failed, where they are why nothing was run. */
    STOPPED,
    CHECK,
    OBSERVED,
    FIX,

    RESULTS,
    SCENARIO,
    CHATS,
    VERDICT,
    NOT_RUN,
    UNKNOWN_PLAN,
    WHY,
    /** 0: how many. */
    MORE_REASONS,

    FAILURES,
    /** 0: failed chats. */
    FAILURES_COUNT,
    NO_FAILURES,
    OUTCOME,
    CAUSE,
    COUNT,
    NOT_JUDGED,
    SAMPLES,
    /** 0: shown, 1: all. */
    SAMPLES_SHOWN,
    TRACE_ID,
    STARTED,
    STATUS,
    ERROR,
    JUDGED,

    PRECONDITIONS,
    DELIVERABLES,
    REVIEW,
    ITEM_DEPLOYED,
    ITEM_VARIABLES,
    ITEM_HEALTH,
    ITEM_CHAT,
    ITEM_OTHER_CHECKS,
    ITEM_ALL_PASS,
    ITEM_ROOT_CAUSES,
    ITEM_DEPENDENCIES,
    ITEM_TUNING,
    ITEM_MEMORY,
    ITEM_USERS,
    FILE_OVERVIEW,
    FILE_CLOSURE,
    FILE_COMMENT,
    FILE_COMMANDS,

    BY_PREFLIGHT,
    PREFLIGHT_ABSENT,
    PREFLIGHT_UNREADABLE,
    /** quote: URL of the preflight. */
    PREFLIGHT_OTHER_TARGET,
    /** 0: OK chats. */
    BY_OK_CHATS,
    TARGET_IS_EMBEDDED,
    /** quote: URL. */
    TARGET_ANSWERED,
    SERVICE_UNSEEN,
    RECOMPUTED,
    WRITTEN_NOW,
    /** quote: what is wrong. */
    FILE_WRONG,
    FILES_ABSENT,
    NOTHING_FAILED,
    /** 0: judged, 1: all. */
    JUDGED_COUNT,
    /** 0: judged, 1: all, 2: external. */
    EXTERNAL_COUNT,
    NO_TUNING,
    /** 0: scenarios, each with OK chats of which nothing was kept, and OK chats. */
    NOT_PERSISTED,
    /** 0: scenarios, each with users without an OK chat, and users. */
    USERS_WITHOUT_OK,
    /** 0: scenarios that did not pass. */
    NOT_ALL_PASS,

    ANSWERS,
    WHEN,
    WHO,
    ABOUT,
    ABOUT_TUNING,
    /** 0: the item's name on the command line. */
    ABOUT_ITEM,
    NOTE,
    /** 0: how many. */
    MORE_ANSWERS,

    TO_OPEN,
    TO_OPEN_HOW,

    AFTER_FAILURE,
    KEEP,
    TELL,
    RERUN,
    SECRET_NOTE,
    OTHER_FALLBACKS,
    CLOSABLE_RERUN,

    CLOSING,
    CLOSE_BY_STEPS,
    CLOSE_BY_SCRIPT,
    FILES,

    STEP_COMMENT,
    STEP_ISSUE,
    STEP_EPIC,
    STEP_ISSUE_OPEN,
    STEP_EPIC_OPEN,
    STEPS_BY_SCRIPT,

    SCRIPT_REFUSED,
    SCRIPT_NO_HASH,
    SCRIPT_EVIDENCE,
    SCRIPT_VERDICT,
    SCRIPT_NO_GH,
    SCRIPT_VERIFY,
    SCRIPT_NO_VERIFY,
    SCRIPT_NO_TOOL,
    SCRIPT_POSTED,
    SCRIPT_CLOSED,
    SCRIPT_DONE
  }
}
