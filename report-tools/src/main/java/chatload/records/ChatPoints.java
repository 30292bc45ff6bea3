package chatload.records;

import java.util.AbstractList;
import java.util.function.IntToDoubleFunction;

/** One time of every recorded chat, in the order of the file; each is made when it is got. */
final class ChatPoints extends AbstractList<ChatPoint> {

  private final ChatColumns columns;
  private final IntToDoubleFunction millis;

  /**
   * @param millis of a row; NaN if it has none
   */
  ChatPoints(ChatColumns columns, IntToDoubleFunction millis) {
    this.columns = columns;
    this.millis = millis;
  }

  @Override
  public ChatPoint get(int row) {
    return new ChatPoint(
        columns.id(row),
        columns.outcome(row),
        columns.cause(row),
        columns.startMs(row),
        millis.applyAsDouble(row));
  }

  @Override
  public int size() {
    return columns.size();
  }
}
