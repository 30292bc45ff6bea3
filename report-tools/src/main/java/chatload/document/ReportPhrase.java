package chatload.document;

import chatload.words.Phrase;

/** What {@code <scenario>-report.md} says beyond the phrases that it shares with the overview. */
enum ReportPhrase implements Phrase {
  /** 0: scenario. */
  TITLE,
  VERDICT,
  PART_OF,
  GATLING_HTML,
  REPORTS,
  SUMMARY,

  THRESHOLDS,
  LIMIT,
  MARGIN,
  MET,
  /** 0: signed difference in percentage points. */
  POINTS,
  /** 0: signed difference in milliseconds, 1: the same in percent of the limit. */
  MARGIN_MILLIS,
  /** The same per second. */
  MARGIN_PER_SECOND,
  MARGIN_NOTE,

  CONFIGURATION,
  SETTING,
  VALUE,
  AUTH_MODE,
  THREAD_PREFIX,
  REQUESTS,

  TOTALS,
  DIFFERENT_REPLIES,
  GIVEN_UP,
  GOOD,

  BEHIND,
  BEHIND_NOTE,
  FIGURE,
  SLOWEST,
  CHUNKS,
  MAX_GAP,
  FIND,
  FIND_NOTE,
  /** 0: milliseconds, 1: after which piece, 2: of how many, 3: number of the chat; its trace id. */
  LONGEST_STALL,

  CAUSES,
  SHARE,
  FAILURES_BY_CAUSE,
  /** 0: cause, 1: how many. */
  OF_CAUSE,
  LAST_EVENT,
  ENDED_AFTER,
  /** 0: how many are not listed, 1, 2: files with all of them. */
  MORE,
  PROBLEM;

  @Override
  public String bundle() {
    return "report";
  }
}
