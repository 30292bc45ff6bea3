package chatload.run;

import java.util.Arrays;

/**
 * The most that the load generator itself can have added to the times of chats, by row. Most chats
 * have no such share, and only the others take memory.
 */
final class GeneratorShares {

  private int size;
  private int[] rows = new int[64];
  private float[] firstTokenMs = new float[64];
  private float[] totalMs = new float[64];

  /** Takes the share of the chat in {@code row}, which is beyond all rows before. */
  void add(int row, ChatRecord chat) {
    float firstToken = orZero(chat.generatorFirstTokenMs());
    float total = orZero(chat.generatorTotalMs());
    if (firstToken == 0 && total == 0) {
      return;
    }
    if (size == rows.length) {
      int capacity = size + (size >> 1);
      rows = Arrays.copyOf(rows, capacity);
      firstTokenMs = Arrays.copyOf(firstTokenMs, capacity);
      totalMs = Arrays.copyOf(totalMs, capacity);
    }
    rows[size] = row;
    firstTokenMs[size] = firstToken;
    totalMs[size] = total;
    size++;
  }

  /** Milliseconds; 0 if there is none or nobody knows. */
  float of(int row, ChatTime time) {
    int index = Arrays.binarySearch(rows, 0, size, row);
    return index < 0 ? 0 : time == ChatTime.FIRST_TOKEN ? firstTokenMs[index] : totalMs[index];
  }

  private static float orZero(Double millis) {
    return millis == null ? 0 : millis.floatValue();
  }
}
