package chatload.closure;

import chatload.closure.JobState.Look;
import chatload.closure.JobState.Marked;
import chatload.closure.JobState.Planned;
import chatload.closure.JobState.Runs;
import chatload.closure.JobState.Seal;

/**
 * What stands in a report directory.
 *
 * @param forgot whether the service stored nothing of what it was told
 * @param starved whether one user of stress got nothing at all
 */
record JobState(
    Runs runs, Planned plan, Look look, Marked mark, boolean forgot, boolean starved, Seal seal) {

  enum Runs {
    ALL_PASS,
    ONE_CHAT_FAILED,
    STRESS_FAILS,
    STRESS_MISSING,
    STRESS_OF_OTHER_RUN
  }

  enum Planned {
    ALL,
    SMOKE_ALONE,
    NOTHING
  }

  enum Look {
    PASSED,
    NO_HEALTH,
    TALKS_TO_ANYBODY,
    TAKES_ANY_TOKEN,
    NO_CHAT,
    SOMETHING_ELSE,
    SKIPPED,
    OF_OTHER_TARGET
  }

  enum Marked {
    NONE,
    EMBEDDED,
    TLS_UNCHECKED
  }

  enum Seal {
    SEALED,
    NONE,
    BROKEN
  }

  boolean isPossible() {
    boolean partial = plan == Planned.SMOKE_ALONE;
    return !partial || (runs == Runs.ALL_PASS && !starved);
  }

  boolean isOneAlone() {
    return outOfOrder() == 1 && look == Look.PASSED && !forgot && !starved;
  }

  int outOfOrder() {
    return (plan == Planned.ALL ? 0 : 1)
        + (mark == Marked.NONE ? 0 : 1)
        + (seal == Seal.SEALED ? 0 : 1);
  }
}
