package chatload.capacity;

import chatload.words.Phrase;

/** What one level says of the service. */
public enum Answer implements Phrase {
  /** PASS, and every check is proven. */
  HOLDS,
  /** FAIL, and a check is disproven. */
  BREAKS,
  /** Either is possible with so few chats. */
  UNSURE,
  /** The load generator was too late to tell. */
  GENERATOR,
  /** The run can't be judged. */
  UNUSABLE;

  @Override
  public String bundle() {
    return "capacity";
  }
}
