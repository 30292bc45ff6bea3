package chatload.protocol.errors;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the name of a member says of what is in it. The many events of a stream have the same few
 * names: what was found out about one is remembered. Safe for several threads.
 *
 * @param plain as {@link ErrorWords#plain}
 * @param isError whether it is there to tell an error
 * @param isKind whether it says what its object is
 * @param isState whether {@link StateWords} has an opinion about it
 * @param isWrapper whether what is in it is still about the event as a whole
 * @param isForeign whether what is in it are words of others, or settings
 */
record MemberName(
    String plain,
    boolean isError,
    boolean isKind,
    boolean isState,
    boolean isWrapper,
    boolean isForeign) {

  private static final Set<String> WRAPPERS =
      Set.of(
          "data",
          "payload",
          "response",
          "result",
          "body",
          "event",
          "message",
          "delta",
          "choices",
          "candidates",
          "completion",
          "reply",
          "answer",
          "chat",
          "run");

  /** Words of others, or settings: an error in there is none of the chat. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "tool.*|function.*|steps|attempts|retries|logs|arguments|args|inputs?|parameters|params"
              + "|schema|sources?|documents?|citations?|references?|chunks|history|messages|prompt"
              + "|request|config|settings|options|labels|i18n|translations|strings");

  private static final Set<String> KINDS = Set.of("type", "object", "event", "kind", "eventtype");

  private static final Remembered<MemberName> REMEMBERED = new Remembered<>(MemberName::find);

  /**
   * @param name as it was sent
   */
  static MemberName of(String name) {
    return REMEMBERED.of(name);
  }

  private static MemberName find(String name) {
    String plain = ErrorWords.plain(name);
    return new MemberName(
        plain,
        ErrorWords.isErrorMember(plain),
        KINDS.contains(plain),
        StateWords.isAbout(plain),
        WRAPPERS.contains(plain),
        FOREIGN.matcher(plain).matches());
  }
}
