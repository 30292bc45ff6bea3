package chatload.confidence;

import chatload.records.ChatPoint;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chats by start, in tenths of a millisecond as in the records, and then as in the file. */
public final class InOrder {

  private InOrder() {}

  public static Stream<ChatPoint> of(List<ChatPoint> points) {
    return rows(points).mapToObj(points::get);
  }

  /** Their places in the list. */
  static IntStream rows(List<ChatPoint> points) {
    return IntStream.range(0, points.size())
        .mapToLong(row -> Math.round(points.get(row).startMs() * 10) << Integer.SIZE | row)
        .sorted()
        .mapToInt(key -> (int) key);
  }

  /** That time of the OK ones that have it. */
  public static double[] millis(List<ChatPoint> points) {
    return of(points)
        .filter(chat -> chat.ok() && !Double.isNaN(chat.millis()))
        .mapToDouble(ChatPoint::millis)
        .toArray();
  }
}
