package chatload.capacity;

import chatload.metric.Metric;
import chatload.metric.Thresholds;
import chatload.tool.UserError;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;

/**
 * What a search may cost, said before it begins.
 *
 * @param from fewest users, at least 1
 * @param to most users, at least as many
 * @param leastChats of any level: enough to prove every limit even if some chats miss it or go
 *     alike
 */
public record Effort(int from, int to, int leastChats) {

  /** So that the start and the end of a run are a small part of it. */
  private static final int CHATS_PER_USER = 5;

  /** From a gap as large as its floor to one of a tenth. */
  private static final int HALVINGS = 4;

  /** By which limits count as proven. */
  private static final double RISK = 0.05;

  public Effort {
    if (from < 1 || to < from || to > 100_000) {
      throw UserError.usage(
          "--from " + from + " --to " + to + " are no numbers of users",
          "Use 1 <= FROM <= TO <= 100000.");
    }
  }

  /**
   * @throws UserError for a limit that no number of chats can prove
   */
  public static Effort of(int from, int to, Thresholds limits) {
    int least = 1;
    for (Metric metric : limits.limits().keySet()) {
      BigDecimal mayMiss = metric.how().mayMiss(limits.limit(metric).orElseThrow());
      if (mayMiss.signum() <= 0) {
        throw UserError.usage(
            metric.limitField() + " allows no chat to miss it, which no number of chats can prove",
            "Give a limit that can be proven, such as --set SCENARIO."
                + metric.limitField()
                + "=0.99.");
      }
      double withoutOneMiss = Math.log(RISK) / Math.log1p(-mayMiss.doubleValue());
      least = Math.max(least, 2 * (int) Math.ceil(withoutOneMiss));
    }
    return new Effort(from, to, least);
  }

  /** Chats of one run with so many users. */
  public int chats(int users) {
    return Math.max(leastChats, CHATS_PER_USER * users);
  }

  /** More runs than this there can't be, whatever they say: see {@link Search}. */
  @JsonIgnore
  public int mostRuns() {
    return 4 * doublings() + 4 * HALVINGS + 5;
  }

  /** Chats of a search in which every run can tell, if the answer is near the most users. */
  @JsonIgnore
  public long usualChats() {
    return climb() + (HALVINGS + Search.LONGER) * (long) chats(to);
  }

  /** More chats than this there can't be, also if hardly any run can tell at once. */
  @JsonIgnore
  public long mostChats() {
    long each = 1 + Search.MOST_MORE;
    long longer = Search.LONGER * (1 + each * (doublings() + HALVINGS + 1));
    return each * climb() + (each * (HALVINGS + 1) + longer) * chats(to);
  }

  private long climb() {
    long climb = 0;
    for (long users = from; users < 2L * to; users *= 2) {
      climb += chats((int) Math.min(users, to));
    }
    return climb;
  }

  private int doublings() {
    int doublings = 1;
    for (long users = from; users < to; users *= 2) {
      doublings++;
    }
    return doublings;
  }
}
