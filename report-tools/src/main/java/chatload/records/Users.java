package chatload.records;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the users of a run got and how many of them were at work at once. User u of c sends the
 * chats u, u + c, u + 2c …, each as soon as its last one was over.
 */
public final class Users {

  private final ChatColumns columns;
  private final int[] rows;
  private final int planned;
  private final int own;

  /**
   * @param planned users planned, at least 1
   * @param own those of them who send from here
   */
  Users(ChatColumns columns, int planned, int own) {
    this(
        columns,
        IntStream.range(0, columns.size()).filter(row -> columns.user(row) > 0).toArray(),
        planned,
        own);
  }

  private Users(ChatColumns columns, int[] rows, int planned, int own) {
    this.columns = columns;
    this.rows = rows;
    this.planned = planned;
    this.own = own;
  }

  /** Where nobody waits for a reply to send the next chat. */
  static Users unknown(ChatColumns columns) {
    return new Users(columns, new int[0], 1, 1);
  }

  /** Which user has to send the chat. */
  public static int of(int chatId, int users) {
    return (chatId - 1) % users + 1;
  }

  /** False for runs of versions whose users shared one pool of chats. */
  boolean areKnown() {
    return rows.length > 0;
  }

  /** How many of those who send from here had no OK chat. */
  int withoutOk() {
    long withOk =
        Arrays.stream(rows)
            .filter(row -> columns.outcome(row).isOk())
            .map(columns::user)
            .distinct()
            .count();
    return (int) (own - withOk);
  }

  /**
   * Mean number of chats in flight while all users should have been at work: from the last user's
   * first start to the first user's last end. Where there is no such time, because the first user
   * was through before the last one came, the most that were in flight at once.
   */
  double atOnce() {
    return together().map(this::mean).orElseGet(() -> (double) peak());
  }

  /** From when to when all users should have been at work; empty where there is no such time. */
  Optional<Span> together() {
    double[] first = new double[planned + 1];
    double[] last = new double[planned + 1];
    Arrays.fill(first, Double.POSITIVE_INFINITY);
    for (int row : rows) {
      int user = Math.min(columns.user(row), planned);
      first[user] = Math.min(first[user], columns.atWorkMs(row));
      last[user] = Math.max(last[user], columns.closedMs(row));
    }
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    for (int user = 1; user <= planned; user++) {
      if (first[user] < Double.POSITIVE_INFINITY) {
        from = Math.max(from, first[user]);
        to = Math.min(to, last[user]);
      }
    }
    return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
  }

  private double mean(Span span) {
    double inFlight = 0;
    for (int row : rows) {
      double from = Math.max(span.fromMs(), columns.atWorkMs(row));
      inFlight += Math.max(0, Math.min(span.toMs(), columns.closedMs(row)) - from);
    }
    return inFlight / (span.toMs() - span.fromMs());
  }

  private int peak() {
    double[] starts = Arrays.stream(rows).mapToDouble(columns::atWorkMs).sorted().toArray();
    double[] ends = Arrays.stream(rows).mapToDouble(columns::closedMs).sorted().toArray();
    int peak = 0;
    int over = 0;
    for (int started = 0; started < starts.length; started++) {
      while (over < started && ends[over] <= starts[started]) {
        over++;
      }
      peak = Math.max(peak, started + 1 - over);
    }
    return peak;
  }
}
