package chatload.records;

import chatload.run.ChatRecord;
import chatload.run.LoadPlan;

/** Whether chats of an open load say that they were due when the plan says. */
final class DueTimes {

  /** Two times are written to a tenth of a millisecond each. */
  private static final double ROUNDED_MS = 0.11;

  private final long[] dueMicros;

  /** From the start of the run to the beginning of the load, as the first record has it. */
  private double beginMs = Double.NaN;

  /**
   * @param load null for users who send one chat after the other
   */
  DueTimes(LoadPlan load) {
    this.dueMicros = load == null ? null : load.micros();
  }

  /** Whether the record is what it has to be; its id is one of the plan's. */
  boolean fit(ChatRecord chat) {
    if (dueMicros == null) {
      return chat.sentMs() == null;
    }
    double begin = chat.startMs() - dueMicros[chat.id() - 1] / 1000.0;
    if (Double.isNaN(beginMs)) {
      beginMs = begin;
    }
    return Math.abs(begin - beginMs) <= ROUNDED_MS
        && (chat.posts() == 0 || chat.sentMs() != null && chat.sentMs() <= chat.elapsedMs());
  }
}
