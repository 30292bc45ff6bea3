package chatload.confidence;

import chatload.words.Phrase;

/** What documents say of trends. */
public enum TrendPhrase implements Phrase {
  TITLE,
  /** 0: least chats, 1: least seconds. */
  NOTE,
  /** 0: scenario, 1: what, 2: first, 3: last. */
  ROSE,
  /** As ROSE. */
  FELL,
  /** 0: scenario, 1: each as ONE. */
  STEADY,
  /** 0: chats of the first third, 1: of the last. */
  MEDIANS,
  /** As MEDIANS. */
  SHARES,
  /** 0: what, 1: first, 2: last. */
  ONE,
  SEPARATOR;

  @Override
  public String bundle() {
    return "trend";
  }
}
