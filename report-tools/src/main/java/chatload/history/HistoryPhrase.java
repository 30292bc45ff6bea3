package chatload.history;

import chatload.words.Phrase;

/** What a history says. */
enum HistoryPhrase implements Phrase {
  TITLE,
  /** 0: how many. */
  RUNS,
  CONTENTS,
  JOBS,
  RUN_ID,
  VERSION,
  TARGET,
  SEALED,
  AS_SEALED,
  NOT_AS_SEALED,
  MILLIS,
  /** 0: scenario. */
  CHART,
  CHART_MEANS,
  /** 0: number, 1: figure, 2: its value, 3: limit. */
  SAID;

  @Override
  public String bundle() {
    return "history";
  }
}
