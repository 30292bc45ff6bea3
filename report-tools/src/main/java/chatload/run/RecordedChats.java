package chatload.run;

import java.util.List;

/**
 * What the usable records of one run say together, one record per chat. Times are milliseconds.
 *
 * <p>OK chats are kept as their two times only, so that a million of them fit in little memory;
 * chats that failed are kept whole, because every failure is reported.
 */
public final class RecordedChats {

  private final double[] firstTokenMs;
  private final double[] totalMs;
  private final List<ChatRecord> failures;
  private final int[] missing;
  private final Double spanMs;
  private final boolean nothingPersisted;

  RecordedChats(
      double[] firstTokenMs,
      double[] totalMs,
      List<ChatRecord> failures,
      int[] missing,
      Double spanMs,
      boolean nothingPersisted) {
    this.firstTokenMs = firstTokenMs;
    this.totalMs = totalMs;
    this.failures = List.copyOf(failures);
    this.missing = missing;
    this.spanMs = spanMs;
    this.nothingPersisted = nothingPersisted;
  }

  /** No record at all, and nothing known of what was planned. */
  static RecordedChats none() {
    return new RecordedChats(new double[0], new double[0], List.of(), new int[0], null, false);
  }

  /** Number of OK chats. */
  public int ok() {
    return totalMs.length;
  }

  /** First-token times of the OK chats, in the order of the file; a copy. */
  public double[] firstTokenMs() {
    return firstTokenMs.clone();
  }

  /** Total times of the OK chats, in the order of the file; a copy. */
  public double[] totalMs() {
    return totalMs.clone();
  }

  /** Every chat that was recorded and was not OK, by id. */
  public List<ChatRecord> failures() {
    return failures;
  }

  /** Ids of the planned chats without a usable record, ascending; a copy. */
  public int[] missing() {
    return missing.clone();
  }

  /** From the first chat's start to the last one's end; null without any record. */
  public Double spanMs() {
    return spanMs;
  }

  /** True when OK chats said how much was persisted, and all of them said nothing. */
  public boolean nothingPersisted() {
    return nothingPersisted;
  }
}
