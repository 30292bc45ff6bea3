package chatload.conversation;

import chatload.run.DataUsed;
import java.nio.file.Path;
import java.util.List;

/**
 * What chats are made of.
 *
 * @param file where it was read from
 * @param all each a list of turns, at least one
 * @param used what the evidence has of it
 */
public record Conversations(Path file, List<List<Turn>> all, DataUsed used) {

  public Conversations {
    all = List.copyOf(all);
  }

  /**
   * One turn.
   *
   * @param conversation its number, from 1
   * @param turn its number, from 1
   */
  public Turn turn(int conversation, int turn) {
    return all.get(conversation - 1).get(turn - 1);
  }

  /** Whether any of them has more than one turn. */
  public boolean hasSeveralTurns() {
    return all.stream().anyMatch(turns -> turns.size() > 1);
  }

  /** The longest time that a single turn is thought about, milliseconds. */
  public long longestThinkMs() {
    return all.stream().flatMap(List::stream).mapToLong(Turn::thinkMs).max().orElse(0);
  }
}
