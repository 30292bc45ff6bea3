package chatload.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.Random;

/**
 * Users who give up: how many chats are closed on purpose, and when. Which ones follows from this
 * alone, before the run. All of them count for nothing, also those that ended sooner: if only the
 * slow ones did, the figures would be those of the quick.
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
    int wanted =
        BigDecimal.valueOf(share)
            .multiply(BigDecimal.valueOf(requests))
            .setScale(0, RoundingMode.HALF_UP)
            .intValueExact();
    return Math.min(wanted, requests / 2);
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
