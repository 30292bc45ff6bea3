package chatload.confidence;

import chatload.words.Phrase;

/** What documents say of how sure a run is. */
public enum ConfidencePhrase implements Phrase {
  TITLE,
  NOTE,
  /** 0: scenario, 1: metric, 2: standing. */
  STANDS,
  /** 0: chats that were not OK, 1: of how many, 2: how many may be. */
  NOT_OK,
  /** 0: OK chats over the limit, 1: of how many, 2: how many may be. */
  OVER_LIMIT,
  /** The same below it. */
  BELOW_LIMIT,
  /** 0: chats that were not good, 1: of how many, 2: how many may be. */
  NOT_GOOD,
  /** 0: least share, 1: greatest share, 2: share that may be. */
  OF_ALL,
  /** 0: how many independent ones. */
  DEPENDENT,
  /** 0: probability. */
  REPEAT,
  /** 0: how many. */
  DECIDE;

  @Override
  public String bundle() {
    return "confidence";
  }
}
