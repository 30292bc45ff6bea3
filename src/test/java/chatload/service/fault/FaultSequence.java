package chatload.service.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deals the faults of a plan out to one chat after the other, evenly spread and without chance:
 * 0.01 hits exactly one of the first 100 chats, and one of every 100 that follow. This is smooth
 * weighted round-robin, with "no fault" as one of the choices: each choice gains its share with
 * every chat, the richest is dealt out and pays one million.
 */
public final class FaultSequence {

  private final List<Optional<Fault>> choices = new ArrayList<>();
  private final int[] shares;
  private final long[] credits;

  public FaultSequence(FaultPlan plan) {
    shares = new int[plan.perMillion().size() + 1];
    credits = new long[shares.length];
    choices.add(Optional.empty());
    shares[0] = FaultPlan.MILLION;
    plan.perMillion()
        .forEach(
            (fault, share) -> {
              shares[choices.size()] = share;
              shares[0] -= share;
              choices.add(Optional.of(fault));
            });
  }

  /** What the next chat gets; may be called from any thread. */
  public synchronized Optional<Fault> next() {
    int richest = 0;
    for (int i = 0; i < shares.length; i++) {
      credits[i] += shares[i];
      if (credits[i] > credits[richest]) {
        richest = i;
      }
    }
    credits[richest] -= FaultPlan.MILLION;
    return choices.get(richest);
  }
}
