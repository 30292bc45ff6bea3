package chatload.protocol;

import chatload.protocol.errors.Flaw;
import chatload.run.Cause;
import chatload.run.Outcome;

/** What can be wrong with a reply once it has ended, or was to have ended. */
final class WholeReply {

  static final ChatEvent.Failed NO_END =
      new ChatEvent.Failed(
          Outcome.TRUNCATED, Cause.SERVICE, "the stream ended without a terminal event");

  private WholeReply() {}

  /**
   * What fails a reply whose terminal event has come; null for nothing.
   *
   * @param flaw the worst that events said of it; null if they said nothing
   */
  static ChatEvent.Failed failure(ShownText shown, Generation generation, Flaw flaw) {
    boolean isEmpty = shown.chunks() == 0 && (flaw == null || flaw.kind() == Flaw.Kind.CUT_SHORT);
    if (generation.isCalling() && (isEmpty || flaw == null)) {
      return new ChatEvent.Failed(
          Outcome.NO_ANSWER, Cause.MODEL, "no text came after the call of a tool");
    }
    if (isEmpty) {
      return new ChatEvent.Failed(
          Outcome.EMPTY, Cause.MODEL, "the reply has no text that can be seen");
    }
    if (flaw != null) {
      return flawed(flaw, shown);
    }
    String canned = shown.start().canned();
    return canned == null
        ? null
        : new ChatEvent.Failed(
            Outcome.FALLBACK_REPLY, Cause.MODEL, "the reply is canned: " + canned);
  }

  static ChatEvent.Failed flawed(Flaw flaw, ShownText shown) {
    String words = flaw.kind() == Flaw.Kind.DEGRADED ? shown.start().words() : flaw.words();
    return new ChatEvent.Failed(
        flaw.kind().outcome(), flaw.kind().cause(), flaw.kind().said() + words);
  }
}
