package chatload.document.chart;

import chatload.words.Phrase;

/** What the charts of {@code OVERVIEW.html} say. */
enum ChartPhrase implements Phrase {
  CHARTS,
  USERS,
  OUTCOMES,
  DISTRIBUTION,
  START_SECONDS,
  MILLIS,
  SHARE,
  /** 0: limit in milliseconds. */
  LIMIT,
  /** 0: chats recorded, 1: OK ones, 2: failed ones. */
  SCATTER,
  /** As SCATTER, where failed ones may be without the time. */
  SCATTER_WITHOUT,
  /** 0: how many are drawn, 1: how many in a row are drawn as two. */
  THINNED,
  /** 0: how many. */
  BELOW,
  /** 0: median, 1: P95, 2: slowest, milliseconds. */
  TIMES_SAID,
  GAPS,
  /** 0: chats that have one, 1: OK ones, 2: failed ones. */
  GAPS_MEANS,
  /** 0: longest, milliseconds, 1: seconds after the run began. */
  LONGEST_SAID,
  LOAD,
  /** 0: length of a step, seconds. */
  LOAD_MEANS,
  SECONDS,
  IN_FLIGHT,
  PER_SECOND,
  /** 0: how many. */
  PLANNED,
  /** 0: most chats in flight, 1: users planned, 2: most OK chats per second. */
  LOAD_SAID,
  OPEN_LOAD_SAID,
  DUE_PER_SECOND,
  FAILURES_OVER_TIME,
  MARKS,
  /** 0: outcome, 1: cause, 2: how many, 3: first, 4: last, seconds after the run began. */
  FAILED_SAID,
  BY_USERS,
  BY_USERS_MEANS,
  /** 0: users, 1: time, 2: P95, 3: limit, milliseconds. */
  BY_USERS_SAID,
  /** 0: n. */
  SHARES,
  BAND,
  /** 0: how many independent ones by the first time, 1: by the second. */
  BAND_DEPENDENT,
  /** 0: time, 1: P95, 2: limit, milliseconds. */
  P95_SAID,
  /** 0: planned. */
  BARS;

  @Override
  public String bundle() {
    return "chart";
  }
}
