package chatload.review;

import java.util.Objects;

/**
 * One item as the terminal shows it.
 *
 * @param item which one
 * @param state how it stands
 * @param text the item and what it rests on, harmless
 */
public record Box(Item item, State state, String text) {
  public Box {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(text, "text");
  }

  /** How an item can stand. */
  public enum State {
    DONE,
    /** Not done, and a named reviewer lets it stand. */
    ACCEPTED,
    /** Keeps the closing shut. */
    OPEN
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether a reviewer could let it stand, and none does yet. */
  public boolean waitsForPeople() {
    return isOpen() && item.isAcceptable();
  }

  String line() {
    String key = waitsForPeople() ? item.key() + ": " : "";
    return (isOpen() ? "[ ] " : "[x] ") + key + text;
  }
}
