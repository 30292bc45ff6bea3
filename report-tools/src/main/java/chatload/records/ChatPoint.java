package chatload.records;

import chatload.run.Outcome;

/**
 * What a chart shows of one chat: one of its times.
 *
 * @param id number of the chat in its run
 * @param outcome how it ended
 * @param startMs start, counted from the start of the run, milliseconds
 * @param millis the time; NaN if it has none
 */
public record ChatPoint(int id, Outcome outcome, double startMs, double millis) {

  public boolean ok() {
    return outcome.isOk();
  }
}
