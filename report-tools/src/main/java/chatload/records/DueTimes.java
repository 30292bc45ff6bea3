package chatload.records;

import chatload.run.ChatRecord;
import chatload.run.LoadPlan;
import java.util.Arrays;

/** Whether chats of an open load say that they were due when the plan says. */
final class DueTimes {

  /** Two times are written to a tenth of a millisecond each. */
  private static final double ROUNDED_MS = 0.11;

  private final long[] dueMicros;

  /**
   * From the start of the run to the beginning of the load, as the first record has it; of each of
   * the parts that were joined, since they are as near each other as their machines' clocks are.
   */
  private final double[] beginMs;

  /**
   * @param load null for users who send one chat after the other
   * @param joined of how many parts the records are; null for one
   */
  DueTimes(LoadPlan load, Integer joined) {
    this.dueMicros = load == null ? null : load.micros();
    this.beginMs = new double[joined == null ? 1 : joined];
    Arrays.fill(beginMs, Double.NaN);
  }

  /** Whether the record is what it has to be; its id is one of the plan's. */
  boolean fit(ChatRecord chat) {
    if (dueMicros == null) {
      return chat.sentMs() == null;
    }
    double begin = chat.startMs() - dueMicros[chat.id() - 1] / 1000.0;
    int part = (chat.id() - 1) % beginMs.length;
    if (Double.isNaN(beginMs[part])) {
      beginMs[part] = begin;
    }
    return Math.abs(begin - beginMs[part]) <= ROUNDED_MS
        && (chat.posts() == 0 || chat.sentMs() != null && chat.sentMs() <= chat.elapsedMs());
  }
}
