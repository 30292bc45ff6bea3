package chatload.document;

import chatload.words.Phrase;

/** What the charts of {@code OVERVIEW.html} say. */
enum ChartPhrase implements Phrase {
  CHARTS,
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
  LOAD,
  /** 0: length of a step. */
  LOAD_MEANS,
  SECONDS,
  IN_FLIGHT,
  FAILURES_OVER_TIME,
  STROKES,
  BY_USERS,
  BY_USERS_MEANS,
  /** 0: n. */
  SHARES,
  /** 0: planned. */
  BARS;

  @Override
  public String bundle() {
    return "chart";
  }
}
