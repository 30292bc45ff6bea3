package chatload.document;

import chatload.result.JobResult;
import chatload.words.CommonPhrase;
import chatload.words.Wording;

/** What came of a job, in one sentence. */
public final class Headline {

  private Headline() {}

  /**
   * The sentence.
   *
   * @param stopped whether the preflight is why nothing was run
   */
  public static String of(JobResult job, boolean stopped, Wording wording) {
    if (stopped) {
      return wording.say(CommonPhrase.STOPPED_BY_PREFLIGHT);
    }
    if (job.isMixed()) {
      return wording.say(CommonPhrase.NOT_ONE_JOB);
    }
    String scenarios = String.join(", ", job.deciding());
    return switch (job.status()) {
      case PASS -> wording.say(CommonPhrase.ALL_MET);
      case FAIL -> wording.say(CommonPhrase.SOME_MISSED, scenarios);
      case INCONCLUSIVE -> wording.say(CommonPhrase.NOT_DECIDED, scenarios);
    };
  }
}
