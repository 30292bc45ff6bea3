package chatload.capacity;

import chatload.words.Phrase;

/** What {@code CAPACITY.md} says beside kinds and answers. */
enum CapacityPhrase implements Phrase {
  /** 0: scenario. */
  TITLE,
  CONTENTS,
  /** 0: users. */
  NOT_PROVEN_ABOVE,
  /** 0: chats. */
  HELD_LONGER,
  /** 0: users. */
  ADJUST,
  BROKE_FIRST,
  LEVELS,
  LEVELS_NOTE,
  RUN,
  USERS,
  CHATS,
  OK,
  VERDICT,
  SAYS,
  BY_USERS,
  /** 0: fewest users, 1: most. */
  BY_USERS_NOTE,
  MILLIS;

  @Override
  public String bundle() {
    return "capacity";
  }
}
