package chatload.compare;

import chatload.words.Phrase;

/** What a comparison says. */
public enum ComparePhrase implements Phrase {
  /** 0: judgement. */
  TITLE,
  CONTENTS,
  RESULT,
  MEANS_NOT_WORSE,
  MEANS_WORSE,
  MEANS_INCONCLUSIVE,
  /** 0: side, 1: what is the matter. */
  DOUBT,
  UNSEALED,
  CHANGED,
  FAILED,
  UNDECIDED,
  SIDES,
  OLD,
  NEW,
  RUN_ID,
  STARTED,
  TARGET,
  VERDICT,
  SEAL,
  FIGURE,
  CHANGE,
  BETWEEN,
  TOLERATED,
  FAILED_CHATS,
  /** 0: time. */
  MEDIAN,
  /** 0: time. */
  P95,
  /** 0: from, 1: to. */
  INTERVAL,
  /** 0: points. */
  POINTS,
  /** 0: chats, 1: least. */
  TOO_FEW,
  /** 0: time, 1: probability. */
  BY_RANK,
  DISTRIBUTION,
  /** 0: OK chats of the old one, 1: of the new one. */
  DISTRIBUTION_MEANS,
  MILLIS,
  SHARE,
  /** 0: limit. */
  LIMIT,
  HOW,
  /** 0: tolerated of times, 1: of failures, 2: seed. */
  HOW_MEANS;

  @Override
  public String bundle() {
    return "compare";
  }
}
