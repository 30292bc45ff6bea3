package chatload.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Leaves out chats where there are more than a chart can show, by a rule and not by chance: of
 * every so many in a row, the first and the slowest stay, so that no peak is lost.
 *
 * @param drawn by start; OK chats first, then failed ones
 * @param inARow of how many two are drawn; 1 when all are
 */
public record Thinning(List<ChatPoint> drawn, int inARow) {

  /** More dots than this merge into one another. */
  static final int MOST = 1000;

  public static Thinning of(List<ChatPoint> points) {
    int inARow = points.size() <= MOST ? 1 : (2 * points.size() + MOST - 1) / MOST;
    List<ChatPoint> drawn = new ArrayList<>();
    List<ChatPoint> ok = new ArrayList<>();
    List<ChatPoint> failed = new ArrayList<>();
    for (ChatPoint point : points) {
      (point.ok() ? ok : failed).add(point);
    }
    for (List<ChatPoint> row : List.of(ok, failed)) {
      row.sort(Comparator.comparingDouble(ChatPoint::startMs).thenComparingInt(ChatPoint::id));
      for (int from = 0; from < row.size(); from += inARow) {
        addFirstAndSlowest(drawn, row.subList(from, Math.min(row.size(), from + inARow)));
      }
    }
    return new Thinning(drawn, inARow);
  }

  /** A failed chat without that time counts as the slowest. */
  private static void addFirstAndSlowest(List<ChatPoint> drawn, List<ChatPoint> group) {
    ChatPoint first = group.get(0);
    ChatPoint slowest = first;
    for (ChatPoint point : group) {
      if (Double.compare(point.millis(), slowest.millis()) > 0) {
        slowest = point;
      }
    }
    drawn.add(first);
    if (slowest != first) {
      drawn.add(slowest);
    }
  }
}
