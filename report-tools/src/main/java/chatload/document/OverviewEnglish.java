package chatload.document;

import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.verdict.Mark;
import chatload.verdict.Reason;
import chatload.words.Language;

/** {@code OVERVIEW.md} in English. */
final class OverviewEnglish implements OverviewPhrases {

  @Override
  public String say(Reason reason) {
    return reason.english();
  }

  @Override
  public Language language() {
    return Language.EN;
  }

  @Override
  public String say(Cause cause) {
    return cause.label();
  }

  @Override
  public String say(Outcome outcome) {
    return outcome.meaning();
  }

  @Override
  public String say(Mark mark) {
    return switch (mark) {
      case EMBEDDED_TARGET -> "Embedded target: this can't close anything ({0})";
      case NOT_PRESET -> "Not the preset sizes or limits: this can't close anything ({0})";
      case PARTIAL_PRESET ->
          "Only a part of the checklist was asked for: this can't close anything without {0}";
      case TLS_NOT_VERIFIED ->
          "TLS certificates were not verified: this can't close anything ({0})";
      case CANNED_REPLIES_UNKNOWN ->
          "Canned replies were not looked for: this can't close anything ({0})";
    };
  }

  @Override
  public String say(Phrase phrase) {
    return switch (phrase) {
      case TITLE -> "Load test overview";
      case ALL_MET -> "Every scenario met every check, on complete and consistent evidence.";
      case SOME_MISSED -> "Checks were missed in: {0}.";
      case NOT_DECIDED -> "The evidence cannot carry a verdict on: {0}.";
      case STOPPED_BY_PREFLIGHT ->
          "The preflight stopped the job: no load was sent, so no scenario was run.";
      case STOPPED -> "What stopped it";
      case FIX -> "What to do";
      case NOT_ONE_JOB -> "The scenarios do not add up to one job, so there is no overall verdict.";

      case RESULTS -> "Results";
      case WHY -> "Why";
      case TARGET_AND_RUN -> "Target and run";
      case PRECONDITIONS -> "Preconditions";
      case LATENCY -> "Latency";
      case OUTCOMES -> "Outcomes";
      case FAILURES -> "Failures";
      case AT_ONCE -> "Chats at once on average";
      case USERS_WITHOUT_OK -> "Users without an OK chat";
      case LOAD_GENERATOR -> "Load generator";
      case NEXT -> "What to look at next";

      case SCENARIO -> "Scenario";
      case CHATS -> "Chats";
      case USERS -> "Users";
      case TIME_LIMIT -> "Time limit";
      case DURATION -> "Duration";
      case THROUGHPUT -> "OK chats/s";
      case OK_CHATS -> "OK";
      case VERDICT -> "Verdict";
      case NOT_RUN -> "not run";
      case UNKNOWN_PLAN -> "unknown";
      case AT_LEAST -> "at least {0}";
      case AT_MOST -> "limit {0}";
      case MIN -> "Min";
      case MAX -> "Max";
      case MEAN -> "Mean";
      case LATENCY_NOTE ->
          "Milliseconds over the n OK chats. Percentiles are exact nearest rank: each is the time"
              + " of a real chat.";

      case MEASUREMENTS -> "Two measurements";
      case MEASUREMENTS_NOTE ->
          "The verdict rests on the chat records. Gatling's own log counts and times the same chats"
              + " independently; the numbers of chats must be equal, P95s at most {0} ms apart.";
      case MEASURED_BY -> "Measured by";
      case BY_RECORDS -> "chat records";
      case BY_GATLING -> "Gatling";
      case BY_TRUNCATED_GATLING -> "Gatling, log breaks off";
      case NO_GATLING_LOG -> "Gatling: there is no log in gatling/";
      case FAILED -> "Failed";
      case AGREE -> "Agree";
      case NOT_COMPARED -> "not compared";

      case TARGET -> "Target";
      case KIND -> "Kind of target";
      case RUN_ID -> "Run id";
      case STARTED -> "Started";
      case FINISHED -> "Finished";
      case IDENTITY -> "Tenant, user";
      case MESSAGE -> "Message";
      case GENERATOR -> "Load generator";
      case MACHINE -> "{0} cores, {1} MiB heap";
      case TOOL_VERSIONS -> "Versions";

      case PREFLIGHT_ABSENT -> "Not checked before the run: there is no preflight.json.";
      case PREFLIGHT_UNREADABLE -> "Unknown: preflight.json can't be read.";
      case CHECK -> "Check";
      case PASSED -> "Passed";
      case OBSERVED -> "Observed";
      case STATUS -> "Status";
      case TIME -> "Time";
      case TRACE_ID -> "Trace id";

      case OUTCOME -> "Outcome";
      case MEANING -> "Meaning";
      case CAUSE -> "Cause";
      case ERROR -> "Error";
      case NO_FAILURES -> "None.";
      case MORE_FAILURES -> "{0} more; all of them are in {1}.";

      case CALIBRATED ->
          "{0}: before the run, measured times were off by {1} ms (first token) and {2} ms (total)"
              + " at P95 (n={3}; {4} chats in {5} rounds)";
      case CALIBRATED_UNSETTLED ->
          "{0}: before the run, measured times were off by {1} ms (first token) and {2} ms (total)"
              + " at P95 and had not settled (n={3}; {4} chats in {5} rounds)";
      case NOT_CALIBRATED -> "{0}: no calibration is recorded";
      case WATCHED ->
          "{0}: during the run, the event loop was {1} ms late at P95 and {2} ms at most; chats were"
              + " handed over {3} ms late at P95 and {4} ms at most";
      case WATCHED_MACHINE ->
          "{0}: it used {1} of {2} cores, and the machine was busy to {3}; garbage collector: {4}"
              + " pauses of {5} ms in all, {6} ms at most";
      case NOT_WATCHED -> "{0}: how late it was during the run is not recorded";

      case NEXT_RUN_ALL -> "Run all scenarios as one job; there is no usable run of: {0}.";
      case NEXT_ONE_JOB -> "Run all scenarios as one job, against one target.";
      case NEXT_GENERATOR ->
          "Free the machine that sends the load, or take a larger one: it was the bottleneck.";
      case NEXT_FAILURES ->
          "Look up the trace ids of the failures in the service's logs, beginning with {quote}"
              + " ({0} chats).";
      case NEXT_SLOW -> "Look for what is slow: the scenario reports name the slowest chats ({0}).";
      case NEXT_NOT_PERSISTED ->
          "Look at the service's memory database: OK chats reported that nothing was persisted"
              + " ({0}). Nothing may be closed until a reviewer says why that may be so.";
      case NEXT_PRECONDITIONS -> "Put right the preconditions that are not met.";
      case NEXT_AGAIN -> "Run again into a new directory, and keep this one as it is.";
      case NEXT_REAL_TARGET -> "Run against the real target.";
      case NEXT_PRESET -> "Run with the preset sizes and limits.";
      case NEXT_WHOLE -> "Run all scenarios as one job, without --profiles, to close the issue.";
      case NEXT_VERIFIED -> "Run without --tls-insecure.";
      case NEXT_REVIEW ->
          "A PASS closes nothing while an item of the checklist is open. Somebody has to say at"
              + " least whether limits are to be adjusted; ./loadtest review lists what else is"
              + " open. {quote}";
      case NEXT_PREPARE -> "Then write the closing documents again: {quote}";
    };
  }
}
