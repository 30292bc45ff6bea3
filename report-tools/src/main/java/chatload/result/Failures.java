package chatload.result;

import chatload.records.RecordedChats;
import chatload.run.ChatRecord;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * All chats of a run that are not OK, by id: the recorded failures and the planned chats without a
 * record. Records are read when they are got, so that a run of nothing but failures fits in memory.
 */
final class Failures extends AbstractList<Failure> implements RandomAccess {

  /**
   * Most planned chats without a record that are listed one by one: of them no more is known than
   * how many they are, and a damaged manifest can plan millions.
   */
  static final int MOST_WITHOUT_RECORD = 10_000;

  private final List<ChatRecord> recorded;

  /** Of each failure its index among the recorded ones, or the complement of a missing id. */
  private final int[] order;

  private Failures(List<ChatRecord> recorded, int[] order) {
    this.recorded = recorded;
    this.order = order;
  }

  public static List<Failure> of(RecordedChats chats) {
    int[] missing = chats.missing();
    int[] listed = Arrays.copyOf(missing, Math.min(missing.length, MOST_WITHOUT_RECORD));
    return new Failures(chats.failures(), merge(chats.failedIds(), listed));
  }

  /** How many chats without a record are not listed; null if all are. */
  static Integer notListed(RecordedChats chats) {
    int more = chats.missingCount() - MOST_WITHOUT_RECORD;
    return more > 0 ? more : null;
  }

  @Override
  public Failure get(int index) {
    int place = order[index];
    return place < 0 ? Failure.withoutRecord(~place) : Failure.of(recorded.get(place));
  }

  @Override
  public int size() {
    return order.length;
  }

  private static int[] merge(int[] failed, int[] missing) {
    int[] order = new int[failed.length + missing.length];
    int nextFailed = 0;
    int nextMissing = 0;
    for (int i = 0; i < order.length; i++) {
      boolean isFailed =
          nextMissing == missing.length
              || nextFailed < failed.length && failed[nextFailed] < missing[nextMissing];
      order[i] = isFailed ? nextFailed++ : ~missing[nextMissing++];
    }
    return order;
  }
}
