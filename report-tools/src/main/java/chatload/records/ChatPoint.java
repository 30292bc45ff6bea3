package chatload.records;

import chatload.run.Cause;
import chatload.run.Outcome;

/**
 * What a chart shows of one chat: one of its times.
 *
 * @param id number of the chat in its run
 * @param outcome how it ended
 * @param cause whose fault that is; null unless it failed
 * @param startMs start, counted from the start of the run, milliseconds
 * @param millis the time; NaN if it has none
 */
public record ChatPoint(int id, Outcome outcome, Cause cause, double startMs, double millis) {

  public boolean ok() {
    return outcome.isOk();
  }
}
