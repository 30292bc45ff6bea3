package chatload.signoff;

import chatload.words.Phrase;

/**
 * What closing documents say beyond {@link chatload.words.CommonPhrase}. Gap 0 is the issue and 1
 * the epic, unless told otherwise.
 */
public enum ClosurePhrase implements Phrase {
  CLOSURE_TITLE,
  /** In the place of {@link #CLOSURE_TITLE} while nothing may be closed. */
  RECORD_TITLE,
  COMMENT_TITLE,
  STEPS_TITLE,

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

  FAILURES,
  /** 0: failed chats. */
  FAILURES_COUNT,
  NO_FAILURES,
  CAUSE,
  NOT_JUDGED,
  SAMPLES,
  /** 0: shown, 1: all. */
  SAMPLES_SHOWN,
  JUDGED,

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
  /** 0: issue, 1: file of the comment. */
  TELL,
  RERUN,
  RERUN_SAME,
  RERUN_FOR_REAL,
  SECRET_NOTE,
  OTHER_FALLBACKS,
  OWN_PROTOCOL,
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
  /** 0: the command that writes it anew. */
  SCRIPT_EVIDENCE,
  SCRIPT_VERDICT,
  SCRIPT_NO_GH,
  SCRIPT_VERIFY,
  SCRIPT_NO_VERIFY,
  SCRIPT_NO_TOOL,
  SCRIPT_POSTED,
  SCRIPT_CLOSED,
  SCRIPT_DONE;

  @Override
  public String bundle() {
    return "closure";
  }
}
