package chatload.protocol;

import chatload.metric.NearestRank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the text came that its user sees: piece by piece, with gaps between them. Times are
 * nanoseconds since the chat's start.
 *
 * <p>Who reads late, reads a piece later than it came. So a gap can have been shorter than it looks
 * by as much as the piece after it was read late, and longer by as much as the piece before it was.
 * Kept is the most that a gap can have been, and how much of that can be the reader's own.
 */
public final class Pace {

  /** Of longer replies only the first so many gaps are kept for percentiles. */
  static final int MOST = 4096;

  /** So many gaps take room together. */
  private static final int BLOCK = 64;

  private static final int TENTH_NANOS = 100_000;

  private int pieces;
  private long chars;
  private long lastNanos;
  private long lastLate;
  private long longest = -1;
  private long surelyLongest = -1;
  private int longestAfter;
  private long mostOwn;
  private int kept;
  private final List<int[]> tenths = new ArrayList<>(1);

  Pace copy() {
    Pace copy = new Pace();
    copy.pieces = pieces;
    copy.chars = chars;
    copy.lastNanos = lastNanos;
    copy.lastLate = lastLate;
    copy.longest = longest;
    copy.surelyLongest = surelyLongest;
    copy.longestAfter = longestAfter;
    copy.mostOwn = mostOwn;
    copy.kept = kept;
    tenths.forEach(block -> copy.tenths.add(block.clone()));
    return copy;
  }

  /** Text has come, also such as can't be seen. */
  void text(String text) {
    chars += text.codePointCount(0, text.length());
  }

  /**
   * A piece that can be seen was read.
   *
   * @param late by how much it can have come earlier
   */
  void piece(long nanos, long late) {
    if (pieces > 0) {
      long gap = nanos - lastNanos + lastLate;
      long surely = Math.max(0, nanos - lastNanos - late);
      if (surely > surelyLongest) {
        surelyLongest = surely;
        longestAfter = pieces;
      }
      longest = Math.max(longest, gap);
      mostOwn = Math.max(mostOwn, gap - surely);
      keep(gap);
    }
    pieces++;
    lastNanos = nanos;
    lastLate = late;
  }

  private void keep(long gap) {
    if (kept < MOST) {
      if (kept % BLOCK == 0) {
        tenths.add(new int[BLOCK]);
      }
      tenths.get(tenths.size() - 1)[kept % BLOCK] =
          (int) Math.min(Integer.MAX_VALUE, (gap + TENTH_NANOS / 2) / TENTH_NANOS);
      kept++;
    }
  }

  /** Pieces that can be seen. */
  int pieces() {
    return pieces;
  }

  /** Characters of all text, those beyond 16 bits as one. */
  public long chars() {
    return chars;
  }

  /** The most that a gap between two pieces can have been; negative below two. */
  public long longestGapNanos() {
    return longest;
  }

  /** How much of that can be the reader's own lateness. */
  public long ownInLongestGap() {
    return Math.max(0, longest - surelyLongest);
  }

  /** After how many pieces the longest gap came that the reader did not make; 0 below two. */
  public int longestGapAfter() {
    return longestAfter;
  }

  /** Nearest rank, to tenths of a millisecond; negative below two pieces. */
  public long p95GapNanos() {
    if (kept == 0) {
      return -1;
    }
    int[] sorted = tenths.stream().flatMapToInt(Arrays::stream).limit(kept).sorted().toArray();
    return (long) sorted[(int) NearestRank.position(95, kept) - 1] * TENTH_NANOS;
  }

  /** The most that the reader's own lateness can have added to any gap. */
  public long ownInAnyGap() {
    return mostOwn;
  }
}
