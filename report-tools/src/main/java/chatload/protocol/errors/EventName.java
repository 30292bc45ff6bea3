package chatload.protocol.errors;

import java.util.regex.Pattern;

/**
 * What the name or the kind of an event says of it. The many events of a stream have the same few:
 * what was found out about one is remembered. Safe for several threads.
 *
 * @param isStep whether it is about a step of the answer, such as a tool
 * @param isFailure as {@link ErrorWords#isFailure}
 * @param isError as {@link ErrorWords#isError}
 * @param isCutShort as {@link ErrorWords#isCutShort}
 * @param isState whether it says in what state something is
 */
record EventName(
    boolean isStep, boolean isFailure, boolean isError, boolean isCutShort, boolean isState) {

  private static final Pattern STATE =
      Pattern.compile("(?i)(.*[._:/-])?(status|state)", Pattern.DOTALL);

  private static final Remembered<EventName> REMEMBERED = new Remembered<>(EventName::find);

  static EventName of(String name) {
    return REMEMBERED.of(name);
  }

  private static EventName find(String name) {
    return new EventName(
        EventSearch.isStep(name),
        ErrorWords.isFailure(name),
        ErrorWords.isError(name),
        ErrorWords.isCutShort(name),
        STATE.matcher(ErrorWords.end(name)).matches());
  }

  /** Whether it is that of a failure of the chat, not of a step that can be tried again. */
  boolean isFailureOfChat() {
    return isStep ? isError : isFailure;
  }
}
