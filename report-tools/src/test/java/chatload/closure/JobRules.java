package chatload.closure;

import chatload.closure.JobState.Look;
import chatload.closure.JobState.Marked;
import chatload.closure.JobState.Planned;
import chatload.closure.JobState.Runs;
import chatload.closure.JobState.Seal;
import chatload.review.Item;
import chatload.run.Cause;
import chatload.verdict.Verdict.Status;
import java.util.EnumSet;
import java.util.Set;

/** The rules of docs/guarantees.md once more, state by state. */
final class JobRules {

  private JobRules() {}

  static Status status(JobState state) {
    boolean contradictory =
        state.plan() == Planned.NOTHING
            || state.mark() == Marked.TLS_UNCHECKED // the plan said otherwise
            || state.look() == Look.OF_OTHER_TARGET
            || state.runs() == Runs.STRESS_OF_OTHER_RUN
            || state.seal() == Seal.BROKEN;
    if (contradictory || state.runs() == Runs.STRESS_MISSING) {
      return Status.INCONCLUSIVE;
    }
    return state.runs() == Runs.STRESS_FAILS ? Status.FAIL : Status.PASS;
  }

  static Set<Item> open(JobState state, Answers answers) {
    Set<Item> open = EnumSet.noneOf(Item.class);
    switch (state.look()) {
      case PASSED -> {}
      case NO_HEALTH -> open.add(Item.HEALTH);
      case TALKS_TO_ANYBODY, TAKES_ANY_TOKEN, NO_CHAT -> open.add(Item.VARIABLES);
      case SOMETHING_ELSE -> open.add(Item.OTHER_CHECKS);
      case SKIPPED, OF_OTHER_TARGET -> open.addAll(Set.of(Item.HEALTH, Item.VARIABLES));
    }
    boolean failures =
        state.runs() == Runs.ONE_CHAT_FAILED
            || state.runs() == Runs.STRESS_FAILS
            || state.starved();
    if (failures && answers.cause() == null) {
      open.add(Item.DEPENDENCIES);
    }
    if (failures && (answers.cause() == null || answers.cause() == Cause.UNKNOWN)) {
      open.add(Item.ROOT_CAUSES);
    }
    if (!answers.tuning()) {
      open.add(Item.TUNING);
    }
    if (state.forgot()) {
      open.add(Item.MEMORY);
    }
    if (state.starved()) {
      open.add(Item.USERS);
    }
    return open;
  }

  static boolean mayClose(JobState state, Answers answers) {
    return status(state) == Status.PASS
        && state.plan() == Planned.ALL
        && state.mark() == Marked.NONE
        && state.seal() == Seal.SEALED
        && answers.repo()
        && answers.accepted().containsAll(open(state, answers));
  }
}
