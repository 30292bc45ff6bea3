package chatload.verdict;

import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.verdict.ScenarioModelTest.Fate;
import chatload.verdict.ScenarioModelTest.Generator;
import chatload.verdict.ScenarioModelTest.World;
import chatload.verdict.Verdict.Status;
import java.util.List;
import java.util.function.Predicate;

/** The rules of DESIGN and README once more, by counting. */
final class ScenarioRules {

  private ScenarioRules() {}

  static Status verdict(World world) {
    int planned = world.chats().size();
    int ok = count(world, Fate::isOk);
    int absent = count(world, fate -> fate.outcome() == null || fate.outcome() == Outcome.NOT_SENT);
    int own =
        count(world, fate -> fate.cause() == Cause.GENERATOR && fate.outcome() != Outcome.NOT_SENT);
    int recorded = planned - count(world, fate -> fate.outcome() == null);
    int otherProtocol = count(world, fate -> fate.outcome() == Outcome.OTHER_PROTOCOL);

    boolean enough = reaches(ok, planned, world);
    boolean enoughButForUs = !enough && reaches(ok + own, planned, world);
    boolean wrongSetting = recorded > 0 && otherProtocol == recorded;
    if (world.status() != RunManifest.Status.COMPLETED
        || world.doubt()
        || wrongSetting
        || enoughButForUs) {
      return Status.INCONCLUSIVE;
    }
    boolean slowGenerator = world.generator() != Generator.IN_TIME;
    if (absent > 0 || slowGenerator) {
      int perhaps = ok + absent + own + (slowGenerator ? count(world, ScenarioRules::isLate) : 0);
      return reaches(Math.min(planned, perhaps), planned, world)
          ? Status.INCONCLUSIVE
          : Status.FAIL;
    }
    boolean tooSlow = count(world, fate -> fate == Fate.SLOW || fate == Fate.SLOW_START) > 0;
    if (!enough || tooSlow) {
      return Status.FAIL;
    }
    boolean bothAtWork = planned == 1 || world.overlap();
    return ok > 0 && bothAtWork ? Status.PASS : Status.INCONCLUSIVE;
  }

  private static boolean isLate(Fate fate) {
    return fate.cause() == Cause.SERVICE
        && List.of(Outcome.CONNECT_ERROR, Outcome.FIRST_TOKEN_TIMEOUT, Outcome.TOTAL_TIMEOUT)
            .contains(fate.outcome());
  }

  private static boolean reaches(int good, int planned, World world) {
    return good * 2 >= planned * Math.round(world.leastSuccess() * 2);
  }

  private static int count(World world, Predicate<Fate> which) {
    return (int) world.chats().stream().filter(which).count();
  }
}
