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
  PRECONDITIONS,

  SCENARIO,
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
