package chatload.confidence;

import chatload.words.Phrase;

/** What is known, at 95 %, of a limit when only so many chats were seen. */
public enum Standing implements Phrase {
  /** The service keeps the limit. */
  PROVEN,
  /** The service misses the limit. */
  DISPROVEN,
  /** Both are possible. */
  UNDECIDED;

  @Override
  public String bundle() {
    return "confidence";
  }
}
