package chatload.protocol.errors;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the name or the kind of an event says of it. The many events of a stream have the same few:
 * what was found out about one is remembered. Safe for several threads.
 *
 * @param isStep whether it is about a step of the answer, such as a tool
 * @param isFailure as {@link ErrorWords#isFailure}
 * @param isError as {@link ErrorWords#isError}
 * @param isCutShort as {@link ErrorWords#isCutShort}
 */
record EventName(boolean isStep, boolean isFailure, boolean isError, boolean isCutShort) {

  private static final int MOST_REMEMBERED = 4096;
  private static final int LONGEST_REMEMBERED = 64;

  private static final Map<String, EventName> REMEMBERED = new ConcurrentHashMap<>();

  static EventName of(String name) {
    EventName known = REMEMBERED.get(name);
    if (known != null) {
      return known;
    }
    EventName found =
        new EventName(
            EventSearch.isStep(name),
            ErrorWords.isFailure(name),
            ErrorWords.isError(name),
            ErrorWords.isCutShort(name));
    if (name.length() <= LONGEST_REMEMBERED && REMEMBERED.size() < MOST_REMEMBERED) {
      REMEMBERED.put(name, found);
    }
    return found;
  }

  /** Whether it is that of a failure of the chat, not of a step that can be tried again. */
  boolean isFailureOfChat() {
    return isStep ? isError : isFailure;
  }
}
