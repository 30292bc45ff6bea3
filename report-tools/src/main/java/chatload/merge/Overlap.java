package chatload.merge;

import chatload.run.InForce.ServiceClock;
import chatload.verdict.PartJudge;
import chatload.verdict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Whether the parts of a scenario were one load: whether they began together, by the clock of the
 * service, which all of them saw. Of what its dates leave open the worst is taken.
 */
final class Overlap {

  /** How far apart two parts may have begun, and the clocks of two machines may be. */
  static final long MOST_MS = 2000;

  private final String scenario;
  private final List<PartRun> runs;
  private final List<Reason> conflicts = new ArrayList<>();

  private Overlap(String scenario, List<PartRun> runs) {
    this.scenario = scenario;
    this.runs = runs;
  }

  /** What keeps them from being one load; empty when nothing does. */
  static List<Reason> conflicts(String scenario, List<PartRun> all) {
    Overlap overlap =
        new Overlap(scenario, all.stream().filter(run -> run.startMillis().isPresent()).toList());
    overlap.runs.stream()
        .filter(run -> run.clock().isEmpty())
        .map(run -> PartJudge.clockUnknown(scenario, run.part().number()))
        .forEach(overlap.conflicts::add);
    overlap.clocks();
    overlap.starts();
    return overlap.conflicts;
  }

  private void clocks() {
    Pair worst = worst(clock -> 0);
    if (worst != null && worst.millis > MOST_MS) {
      conflicts.add(PartJudge.clocksApart(scenario, worst.one, worst.other, worst.millis, MOST_MS));
    }
  }

  private void starts() {
    Pair worst = worst(run -> run.startMillis().orElseThrow());
    if (worst != null && worst.millis > MOST_MS) {
      conflicts.add(PartJudge.apart(scenario, worst.one, worst.other, worst.millis, MOST_MS));
    }
  }

  private record Pair(int one, int other, long millis) {}

  /** The two that may be furthest apart, by something of theirs on the service's clock. */
  private Pair worst(ToDoubleFunction<PartRun> own) {
    Pair worst = null;
    for (PartRun one : runs) {
      for (PartRun other : runs) {
        if (one != other && one.clock().isPresent() && other.clock().isPresent()) {
          ServiceClock clock = one.clock().get();
          ServiceClock late = other.clock().get();
          double apart =
              own.applyAsDouble(other) + late.toMs() - own.applyAsDouble(one) - clock.fromMs();
          if (worst == null || apart > worst.millis) {
            worst = new Pair(one.part().number(), other.part().number(), (long) Math.ceil(apart));
          }
        }
      }
    }
    return worst;
  }
}
