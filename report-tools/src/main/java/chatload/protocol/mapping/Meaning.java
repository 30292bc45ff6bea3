package chatload.protocol.mapping;

import chatload.protocol.errors.Flaw;

/** What the reason of an end means. */
enum Meaning {
  OK(null),
  CUT_SHORT(Flaw.Kind.TOKEN_LIMIT),
  REFUSED(Flaw.Kind.REFUSED),
  FILTERED(Flaw.Kind.FILTERED),
  NO_ANSWER(Flaw.Kind.NO_ANSWER),
  OTHER_MODEL(Flaw.Kind.OTHER_MODEL),
  ERROR(Flaw.Kind.ERROR);

  private final Flaw.Kind kind;

  Meaning(Flaw.Kind kind) {
    this.kind = kind;
  }

  /**
   * What is wrong with the reply; null if nothing is.
   *
   * @param words the service's
   */
  Flaw flaw(String words) {
    return kind == null ? null : new Flaw(kind, words);
  }
}
