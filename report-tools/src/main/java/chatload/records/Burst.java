package chatload.records;

/**
 * Tells a reply that was streamed from one that came all at once, because the service, or a proxy
 * on the way, held it back until it was complete. Its first token is no faster than its last.
 */
public final class Burst {

  /** Pieces that far apart are sent one by one, milliseconds. */
  private static final double GAP_MS = 5;

  /** A reply that is there so soon need not be streamed, milliseconds. */
  private static final double SOON_MS = 100;

  /** Of the total time; a long reply takes a moment to be received, too. */
  private static final double SHARE = 0.01;

  private Burst() {}

  /**
   * Whether a whole reply came all at once. One of a single piece can't be told from that.
   *
   * @param chunks pieces of text
   * @param maxGapMs longest time between two of them; null below two
   */
  public static boolean is(int chunks, Double firstTokenMs, Double totalMs, Double maxGapMs) {
    if (!canTell(chunks, totalMs) || firstTokenMs == null || maxGapMs == null) {
      return false;
    }
    double span = totalMs - firstTokenMs;
    return span <= GAP_MS || (maxGapMs <= GAP_MS && span <= SHARE * totalMs);
  }

  /** Whether the reply is one of which {@link #is} can tell. */
  public static boolean canTell(int chunks, Double totalMs) {
    return chunks > 1 && totalMs != null && totalMs >= SOON_MS;
  }
}
