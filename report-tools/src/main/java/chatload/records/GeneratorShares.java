package chatload.records;

import chatload.metric.Quantity;
import chatload.run.ChatRecord;
import java.util.Arrays;
import java.util.List;

/**
 * The most that the load generator itself can have added to the times of chats, by row. Most chats
 * have no such share, and only the others take memory.
 */
final class GeneratorShares {

  private final List<Quantity> quantities;
  private int size;
  private int[] rows = new int[64];
  private final float[][] millis;

  /**
   * @param quantities that it is kept of
   */
  GeneratorShares(List<Quantity> quantities) {
    this.quantities = quantities;
    this.millis = new float[quantities.size()][64];
  }

  /** Takes the share of the chat in {@code row}, which is beyond all rows before. */
  public void add(int row, ChatRecord chat) {
    if (!hasAny(chat)) {
      return;
    }
    if (size == rows.length) {
      int capacity = size + (size >> 1);
      rows = Arrays.copyOf(rows, capacity);
      Arrays.setAll(millis, time -> Arrays.copyOf(millis[time], capacity));
    }
    rows[size] = row;
    for (int i = 0; i < millis.length; i++) {
      millis[i][size] = quantities.get(i).generatorShare(chat);
    }
    size++;
  }

  private boolean hasAny(ChatRecord chat) {
    for (Quantity quantity : quantities) {
      if (quantity.generatorShare(chat) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Milliseconds; 0 if there is none or nobody knows. */
  public float of(int row, Quantity quantity) {
    int index = Arrays.binarySearch(rows, 0, size, row);
    return index < 0 ? 0 : millis[quantities.indexOf(quantity)][index];
  }
}
