package chatload.gatling;

import java.util.Arrays;

/**
 * Counts how often each whole number of milliseconds occurred; memory grows with different ones.
 */
final class Histogram {

  /** 2^32 divided by the golden ratio: neighbours end up far from each other. */
  private static final int SPREAD = 0x9E3779B9;

  private int[] keys = new int[16];
  private int[] counts = new int[16];
  private int used;
  private long size;

  void add(int millis) {
    add(millis, 1);
  }

  void addAll(Histogram other) {
    for (int slot = 0; slot < other.keys.length; slot++) {
      if (other.counts[slot] > 0) {
        add(other.keys[slot], other.counts[slot]);
      }
    }
  }

  /** How many values were added. */
  long size() {
    return size;
  }

  /** Different values, ascending, in the upper half of each number, and how often in the lower. */
  long[] sorted() {
    long[] pairs = new long[used];
    int next = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (counts[slot] > 0) {
        pairs[next++] = (long) keys[slot] << 32 | counts[slot];
      }
    }
    Arrays.sort(pairs);
    return pairs;
  }

  private void add(int millis, int times) {
    int slot = slot(millis);
    if (counts[slot] == 0) {
      if (++used > keys.length / 2) {
        grow();
        slot = slot(millis);
      }
      keys[slot] = millis;
    }
    counts[slot] = Math.addExact(counts[slot], times);
    size += times;
  }

  /** Where the value is, or where it belongs. */
  private int slot(int millis) {
    int mask = keys.length - 1;
    int slot = millis * SPREAD >>> Integer.numberOfLeadingZeros(mask);
    while (counts[slot] > 0 && keys[slot] != millis) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new int[oldKeys.length * 2];
    counts = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] > 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
