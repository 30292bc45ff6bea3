package chatload.load;

import chatload.load.exchange.ChatOutcome;
import chatload.metric.Latencies;
import chatload.metric.Measured;
import chatload.metric.Metric.Over;
import chatload.metric.Thresholds;
import java.util.BitSet;

/**
 * Counts failures of the service until a verdict can only be FAIL: until the limits on shares of
 * the planned chats would be missed even if all others were OK, those that failed through us too.
 */
final class CertainFail {

  private final Thresholds limits;
  private final BitSet cancels;
  private final int counting;
  private int failures;

  /**
   * @param cancels chats that are closed on purpose, and count for nothing
   */
  CertainFail(Thresholds limits, int requests, BitSet cancels) {
    this.limits = limits;
    this.cancels = cancels;
    this.counting = requests - cancels.cardinality();
  }

  /** Counts a chat that is over, and says whether it has made the verdict certain. */
  synchronized boolean isAfter(ChatOutcome chat) {
    if (!chat.outcome().isFailure() || chat.isOwn() || cancels.get(chat.plan().id())) {
      return false;
    }
    failures++;
    int best = counting - failures;
    Measured rest =
        new Measured(
            counting, best, best, Latencies.of(time -> new double[0]), any -> new double[0]);
    return limits.checks(rest).stream()
        .anyMatch(check -> check.metric().over() == Over.PLANNED && !check.met());
  }

  /** Why the others are not sent. */
  synchronized String why() {
    return "not sent: after " + failures + " failures of " + counting + " chats FAIL was certain";
  }
}
