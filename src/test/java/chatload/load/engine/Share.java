package chatload.load.engine;

import chatload.load.exchange.ChatPlan;
import java.time.Duration;
import java.util.Optional;

/**
 * One user's share of a scenario's chats: user u of c sends the chats u, u + c, u + 2c … So a user
 * whose chats hang keeps its share, and nobody else sends them instead.
 */
public final class Share {

  private final int users;
  private final long last;
  private final Source source;
  private long next;

  /**
   * @param user 1..users
   * @param last the scenario's last chat
   * @param source of its chats
   */
  public Share(int user, int users, int last, Source source) {
    this.next = user;
    this.users = users;
    this.last = last;
    this.source = source;
  }

  /** Where the chats of a user come from, by their numbers and in their order. */
  @FunctionalInterface
  public interface Source {

    /** The chat whose turn has come; empty if there is to be no more. */
    Optional<ChatPlan> chat(int id);

    /** Whether it is not sent at all, which is noted then. */
    default boolean leavesOut(int id) {
      return false;
    }

    /** How long the user thinks before it. */
    default Duration think(int id) {
      return Duration.ZERO;
    }
  }

  /** How long the user thinks before its next chat. */
  Duration think() {
    while (next <= last && source.leavesOut((int) next)) {
      next += users;
    }
    return next > last ? Duration.ZERO : source.think((int) next);
  }

  /** The user's next chat, after {@link #think}; empty when it has sent all of its share. */
  Optional<ChatPlan> next() {
    if (next > last) {
      return Optional.empty();
    }
    int id = (int) next;
    next += users;
    return source.chat(id);
  }
}
