package chatload.run;

/**
 * What a chart shows of one chat. Times are milliseconds.
 *
 * @param id number of the chat in its run
 * @param ok whether it was OK
 * @param startMs start, counted from the start of the run
 * @param firstTokenMs NaN if no token arrived
 * @param endMs the total of an OK chat; of others, when the outcome was known
 */
public record ChatPoint(int id, boolean ok, double startMs, double firstTokenMs, double endMs) {

  /** That time of this chat; NaN if it has none. */
  public double millis(ChatTime time) {
    return time == ChatTime.FIRST_TOKEN ? firstTokenMs : endMs;
  }
}
