package chatload.load.engine;

import chatload.load.exchange.ChatPlan;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * One user's share of a scenario's chats: user u of c sends the chats u, u + c, u + 2c … So a user
 * whose chats hang keeps its share, and nobody else sends them instead.
 */
public final class Share {

  private final int users;
  private final long last;
  private final IntFunction<Optional<ChatPlan>> make;
  private long next;

  /**
   * @param user 1..users
   * @param last the scenario's last chat
   * @param make makes the chat of that number when its turn has come; empty if there is to be none
   */
  public Share(int user, int users, int last, IntFunction<Optional<ChatPlan>> make) {
    this.next = user;
    this.users = users;
    this.last = last;
    this.make = make;
  }

  /** The user's next chat; empty when it has sent all of its share. */
  Optional<ChatPlan> next() {
    if (next > last) {
      return Optional.empty();
    }
    int id = (int) next;
    next += users;
    return make.apply(id);
  }
}
