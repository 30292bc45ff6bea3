package chatload.closure;

import chatload.verdict.Mark;
import chatload.verdict.Reason;
import chatload.words.Language;

/** Closing documents in English. */
final class ClosureEnglish implements ClosurePhrases {

  @Override
  public Language language() {
    return Language.EN;
  }

  @Override
  public String say(Reason reason) {
    return reason.english();
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
      case CLOSURE_TITLE -> "Closure of #{0} (epic #{1}): load test";
      case RECORD_TITLE -> "Sign-off record for #{0} (epic #{1}): not closed";
      case COMMENT_TITLE -> "Load test result for #{0} (epic #{1})";
      case STEPS_TITLE -> "Final steps for #{0} (epic #{1})";

      case ALL_MET -> "Every scenario met every check, on complete and consistent evidence.";
      case SOME_MISSED -> "Checks were missed in: {0}.";
      case NOT_DECIDED -> "The evidence cannot carry a verdict on: {0}.";
      case STOPPED_BY_PREFLIGHT ->
          "The preflight stopped the job: no load was sent, so no scenario was run.";
      case NOT_ONE_JOB -> "The scenarios do not add up to one job, so there is no overall verdict.";
      case MAY_CLOSE -> "#{0} and #{1} may be closed on the strength of this run.";
      case MAY_NOT_CLOSE -> "Neither #{0} nor #{1} may be closed on the strength of this run:";
      case ACCEPTED_ITEMS -> "Not done, and accepted by a reviewer:";
      case ACCEPTED_BY -> "; accepted by ";
      case RUN -> "Run: {quote}";
      case TARGET -> "Target: {quote} ({0})";
      case TIME -> "Time: {quote}";

      case BLOCKED_VERDICT -> "The verdict is {0}; only PASS closes anything.";
      case BLOCKED_RUN_ID -> "The runs share no usable run id, so no comment can name them.";
      case BLOCKED_REPO ->
          "No repository is named, so the commands could close issues of another one: name it"
              + " with ./loadtest prepare --repo OWNER/NAME.";
      case BLOCKED_OPEN -> "Open ({0}): ";
      case BLOCKED_FINDING -> "The directory is not in order: {quote}";
      case BLOCKED_MORE -> "And {0} more.";

      case STOPPED -> "What stopped it";
      case CHECK -> "Check";
      case OBSERVED -> "Observed";
      case FIX -> "What to do";

      case RESULTS -> "Results";
      case SCENARIO -> "Scenario";
      case CHATS -> "OK/chats";
      case VERDICT -> "Verdict";
      case NOT_RUN -> "not run";
      case UNKNOWN_PLAN -> "unknown";
      case WHY -> "Why it is not a PASS";
      case MORE_REASONS -> "And {0} more; OVERVIEW.md has all of them.";

      case FAILURES -> "Failed chats";
      case FAILURES_COUNT -> "Chats that were not OK: {0}, by scenario, outcome and likely cause:";
      case NO_FAILURES -> "None was recorded.";
      case OUTCOME -> "Outcome";
      case CAUSE -> "Likely cause";
      case COUNT -> "Failed";
      case NOT_JUDGED -> "Not judged yet";
      case SAMPLES -> "Samples by trace id";
      case SAMPLES_SHOWN -> "{0} of {1}; the summaries name all of them.";
      case TRACE_ID -> "Trace id";
      case STARTED -> "Started";
      case STATUS -> "Status";
      case ERROR -> "Error";
      case JUDGED -> "Root cause, by review";

      case PRECONDITIONS -> "Preconditions";
      case DELIVERABLES -> "Deliverables";
      case REVIEW -> "Human review";
      case ITEM_DEPLOYED -> "The target environment is deployed";
      case ITEM_VARIABLES ->
          "In effect: AUTH_JWT_SECRET, AUTH_TENANT_CLAIM, AUTH_USER_CLAIM,"
              + " ALLOW_INSECURE_CONTEXT=0";
      case ITEM_HEALTH -> "GET /api/health answers 200";
      case ITEM_CHAT -> "POST /api/chat accepts a JWT";
      case ITEM_OTHER_CHECKS -> "The other checks of the preflight";
      case ITEM_ALL_PASS -> "Every scenario in OVERVIEW.md is PASS";
      case ITEM_ROOT_CAUSES -> "The root cause of every failed chat was found by its trace id";
      case ITEM_DEPENDENCIES ->
          "Recorded for every failed chat whether an external dependency (model, database) caused it";
      case ITEM_TUNING ->
          "Recorded whether rate limit, concurrency or time limits are to be adjusted";
      case ITEM_MEMORY -> "The service keeps what users ask it to remember";
      case ITEM_USERS -> "Every user was served";
      case FILE_OVERVIEW -> "summary and verdict";
      case FILE_CLOSURE -> "this record";
      case FILE_COMMENT -> "comment to post on the issue";
      case FILE_COMMANDS -> "commands that close";

      case BY_PREFLIGHT -> "preflight";
      case PREFLIGHT_ABSENT -> "not checked: there is no preflight.json";
      case PREFLIGHT_UNREADABLE -> "unknown: preflight.json can't be read";
      case PREFLIGHT_OTHER_TARGET -> "not checked: the preflight was about {quote}";
      case BY_OK_CHATS -> "{0} chats with a signed token were OK";
      case TARGET_IS_EMBEDDED -> "the target was the embedded chat service";
      case TARGET_ANSWERED -> "{quote} answered";
      case SERVICE_UNSEEN -> "no chat was OK and no preflight passed";
      case RECOMPUTED -> "computed again from the records, with the same result";
      case WRITTEN_NOW -> "written with this document";
      case FILE_WRONG -> "{quote}";
      case FILES_ABSENT -> "there is none: not run";
      case NOTHING_FAILED -> "no failed chat was recorded";
      case JUDGED_COUNT -> "found for {0} of {1} failed chats";
      case EXTERNAL_COUNT ->
          "recorded for {0} of {1} failed chats; external (model, database): {2}";
      case NO_TUNING -> "nothing recorded yet";
      case NOT_PERSISTED -> "OK chats whose answer says that nothing was stored: {0}";
      case USERS_WITHOUT_OK -> "users none of whose chats was OK: {0}";
      case NOT_ALL_PASS -> "not PASS: {0}";

      case ANSWERS -> "Answers";
      case WHEN -> "When";
      case WHO -> "Who";
      case ABOUT -> "About";
      case ABOUT_TUNING -> "limits";
      case ABOUT_ITEM -> "accepted: {0}";
      case NOTE -> "Note";
      case MORE_ANSWERS -> "And {0} more in review.json.";

      case TO_OPEN -> "What is left to do";
      case TO_OPEN_HOW ->
          "With a reason of your own in the place of each WHY. ./loadtest review alone lists what"
              + " is open and asks.";

      case AFTER_FAILURE -> "What to do now";
      case KEEP -> "Keep this report directory as it is; a rerun goes to a new one.";
      case TELL ->
          "Add the reason and the trace ids to #{0}: the comment in {2} holds both and fits GitHub.";
      case RERUN -> "Once it is put right, run the same again:";
      case SECRET_NOTE ->
          "Secret, claim names, issuer and audience come from the environment or from their own"
              + " options, as before; no secret is ever part of a command here.";
      case OTHER_FALLBACKS ->
          "The run used its own list of canned replies: add the same --fallback-replies FILE.";
      case CLOSABLE_RERUN ->
          "Only a run against the real service (--url), without --set, --profiles and"
              + " --tls-insecure, can close anything.";

      case CLOSING -> "Closing";
      case CLOSE_BY_STEPS -> "The three steps, one by one: {0}, after ./loadtest finalize.";
      case CLOSE_BY_SCRIPT ->
          "Or all at once; the script checks the evidence before it does anything: {0}";
      case FILES -> "Evidence and reports";

      case STEP_COMMENT -> "Post the result on #{0} (this and the rest from the report directory):";
      case STEP_ISSUE -> "Close #{0}:";
      case STEP_EPIC -> "Close epic #{1}:";
      case STEP_ISSUE_OPEN -> "Leave #{0} open.";
      case STEP_EPIC_OPEN -> "Leave epic #{1} open.";
      case STEPS_BY_SCRIPT ->
          "This does the three steps at once, after checking the evidence again; it can be run"
              + " again if it was stopped:";

      case SCRIPT_REFUSED -> "Nothing was posted and nothing was closed.";
      case SCRIPT_NO_HASH -> "There is no sha256sum, shasum or openssl here to check files with.";
      case SCRIPT_EVIDENCE ->
          "The evidence or a document is not what it was when this script was written (see above)."
              + " Run ./loadtest verify, then ./loadtest prepare again.";
      case SCRIPT_VERDICT -> "The closure does not say PASS.";
      case SCRIPT_NO_GH -> "There is no gh here: install the GitHub CLI, then gh auth login.";
      case SCRIPT_VERIFY -> "./loadtest verify found something (see above).";
      case SCRIPT_NO_VERIFY ->
          "Hashes are right. There is no ./loadtest here, so nothing was recomputed"
              + " (LOADTEST=/path/to/loadtest says where it is).";
      case SCRIPT_NO_TOOL -> "LOADTEST names nothing that can be run.";
      case SCRIPT_POSTED -> "already there: the comment on this run, on #{0}";
      case SCRIPT_CLOSED -> "already closed:";
      case SCRIPT_DONE -> "done: #{0} and #{1} are closed";
    };
  }
}
