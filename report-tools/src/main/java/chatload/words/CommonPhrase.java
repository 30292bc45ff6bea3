package chatload.words;

/** What several documents say. */
public enum CommonPhrase implements Phrase {
  ALL_MET,
  /** 0: scenarios. */
  SOME_MISSED,
  /** 0: scenarios. */
  NOT_DECIDED,
  NOT_ONE_JOB,
  STOPPED_BY_PREFLIGHT,

  /** Heading of the checks that failed, where they are why nothing was run. */
  STOPPED,
  CHECK,
  OBSERVED,
  FIX,

  RESULTS,
  WHY,
  /** 0: how many. */
  MORE_REASONS,
  PRECONDITIONS,

  SCENARIO,
  CHATS,
  OK_CHATS,
  /** 0: the limit with its unit. */
  AT_LEAST,
  /** As AT_LEAST. */
  AT_MOST,
  VERDICT,
  NOT_RUN,
  UNKNOWN_PLAN,

  OUTCOME,
  TRACE_ID,
  STARTED,
  STATUS,
  ERROR,
  FAILED;

  @Override
  public String bundle() {
    return "common";
  }
}
