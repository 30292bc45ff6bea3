package chatload.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.BitSet;
import java.util.Random;

/**
 * Users who give up: how many chats are closed on purpose, and when. Which ones follows from this
 * alone, before the run, so that no chat can be called given up because it went wrong.
 *
 * @param share of each scenario's chats, above 0 and at most {@link #MOST_SHARE}
 * @param afterMs from a chat's start, milliseconds
 * @param seed decides which
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CancelPlan(double share, long afterMs, long seed) {

  /** With more, the verdict would be about too few. */
  public static final double MOST_SHARE = 0.5;

  public CancelPlan {
    if (!(share > 0) || share > MOST_SHARE || afterMs < 1) {
      throw new IllegalArgumentException("cancel: share or afterMs is impossible");
    }
  }

  /** How many chats of a scenario are to be closed: rounded half up, but at most half. */
  public int count(int requests) {
    return Math.min((int) Math.round(share * requests), requests / 2);
  }

  /** Their numbers, by {@link Random}, whose numbers are the same in every Java. */
  public BitSet chats(String scenario, int requests) {
    Random random = new Random(seed * 31 + scenario.hashCode());
    BitSet chosen = new BitSet(requests + 1);
    int wanted = count(requests);
    int found = 0;
    for (int id = 1; id <= requests; id++) {
      if (random.nextInt(requests - id + 1) < wanted - found) {
        chosen.set(id);
        found++;
      }
    }
    return chosen;
  }
}
