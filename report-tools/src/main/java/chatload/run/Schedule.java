package chatload.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Which turn of which conversation each chat of a run is: it follows from the plan alone.
 *
 * <p>User u of c sends the chats u, u + c, u + 2c … and has the conversations u, u + c, u + 2c … of
 * the order in which they are taken, each from its first turn to its last. A user whose share of
 * chats is sent stops there, also within a conversation.
 */
public final class Schedule {

  private final int[] conversations;
  private final int[] turns;
  private final int users;
  private final int taken;

  private Schedule(int[] conversations, int[] turns, int users, int taken) {
    this.conversations = conversations;
    this.turns = turns;
    this.users = users;
    this.taken = taken;
  }

  /**
   * For a run of that scenario.
   *
   * @param requests chats, at least 1
   * @param users that share them, at least 1
   */
  public static Schedule of(DataUsed data, String scenario, int requests, int users) {
    int[] counts = data.counts();
    int[] conversations = new int[requests + 1];
    int[] turns = new int[requests + 1];
    Order order = new Order(data, scenario, counts.length);
    int taken = 0;
    for (int user = 1; user <= users; user++) {
      long id = user;
      for (int place = user - 1; id <= requests; place += users) {
        int conversation = order.at(place);
        taken = Math.max(taken, place + 1);
        for (int turn = 1; turn <= counts[conversation] && id <= requests; turn++) {
          conversations[(int) id] = conversation + 1;
          turns[(int) id] = turn;
          id += users;
        }
      }
    }
    return new Schedule(conversations, turns, users, taken);
  }

  /** Number of the conversation in the data, from 1. */
  public int conversation(int chatId) {
    return conversations[chatId];
  }

  /** Number of the turn in its conversation, from 1. */
  public int turn(int chatId) {
    return turns[chatId];
  }

  /** The chat that began the conversation of that chat. */
  public int first(int chatId) {
    return chatId - (turns[chatId] - 1) * users;
  }

  /** How many conversations are begun, each as often as it is. */
  public int taken() {
    return taken;
  }

  /** Which conversation comes at which place of a run. */
  private static final class Order {
    private final DataUsed data;
    private final long seed;
    private final int size;
    private final List<int[]> passes = new ArrayList<>();

    Order(DataUsed data, String scenario, int size) {
      this.data = data;
      this.seed = data.seed() == null ? 0 : data.seed() * 31 + scenario.hashCode();
      this.size = size;
    }

    int at(int place) {
      return data.order() == DataUsed.Order.SHUFFLED
          ? pass(place / size)[place % size]
          : place % size;
    }

    /** By {@link Random}, whose numbers are the same in every Java. */
    private int[] pass(int number) {
      while (passes.size() <= number) {
        Random random = new Random(seed + passes.size());
        int[] pass = new int[size];
        for (int i = 0; i < size; i++) {
          int at = random.nextInt(i + 1);
          pass[i] = pass[at];
          pass[at] = i;
        }
        passes.add(pass);
      }
      return passes.get(number);
    }
  }
}
