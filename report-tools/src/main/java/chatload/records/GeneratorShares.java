package chatload.records;

import chatload.metric.ChatTime;
import chatload.run.ChatRecord;
import java.util.Arrays;

/**
 * The most that the load generator itself can have added to the times of chats, by row. Most chats
 * have no such share, and only the others take memory.
 */
final class GeneratorShares {

  private static final ChatTime[] TIMES = ChatTime.values();

  private int size;
  private int[] rows = new int[64];
  private final float[][] millis = new float[TIMES.length][64];

  /** Takes the share of the chat in {@code row}, which is beyond all rows before. */
  public void add(int row, ChatRecord chat) {
    if (Arrays.stream(TIMES).allMatch(time -> time.generatorShare(chat) == 0)) {
      return;
    }
    if (size == rows.length) {
      int capacity = size + (size >> 1);
      rows = Arrays.copyOf(rows, capacity);
      Arrays.setAll(millis, time -> Arrays.copyOf(millis[time], capacity));
    }
    rows[size] = row;
    for (ChatTime time : TIMES) {
      millis[time.ordinal()][size] = time.generatorShare(chat);
    }
    size++;
  }

  /** Milliseconds; 0 if there is none or nobody knows. */
  public float of(int row, ChatTime time) {
    int index = Arrays.binarySearch(rows, 0, size, row);
    return index < 0 ? 0 : millis[time.ordinal()][index];
  }
}
