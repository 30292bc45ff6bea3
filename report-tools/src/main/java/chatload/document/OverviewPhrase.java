package chatload.document;

import chatload.words.Phrase;

/** What {@code OVERVIEW.md} says beyond {@link chatload.words.CommonPhrase}. Gaps are told here. */
enum OverviewPhrase implements Phrase {
  TITLE,
  /** 0: verdict. */
  TITLE_VALID,
  /** As TITLE_VALID. */
  TITLE_NOT_VALID,
  CONTENTS,

  TARGET_AND_RUN,
  LATENCY,
  OUTCOMES,
  FAILURES,
  AT_ONCE,
  USERS_WITHOUT_OK,
  GOOD_CHATS,
  LOAD_GENERATOR,
  NEXT,

  USERS,
  LOAD,
  TIME_LIMIT,
  DURATION,
  THROUGHPUT,
  MIN,
  MAX,
  MEAN,
  /** 0: seconds. */
  SECONDS,
  /** 0: whole minutes, 1: whole seconds. */
  MINUTES,
  /** Times are in milliseconds and over OK chats. */
  LATENCY_NOTE,

  MEASUREMENTS,
  /** 0: milliseconds. */
  MEASUREMENTS_NOTE,
  MEASURED_BY,
  BY_RECORDS,
  BY_GATLING,
  BY_TRUNCATED_GATLING,
  NO_GATLING_LOG,
  AGREE,
  NOT_COMPARED,
  /** 0, 1: least and most that it can be. */
  BETWEEN,

  TARGET,
  KIND,
  RUN_ID,
  FINISHED,
  IDENTITY,
  MESSAGE,
  GIVING_UP,
  /** 0, 1: chats, of how many; 2: milliseconds. */
  GIVEN_UP,
  SAME_QUESTION,
  GATE_FILE,
  PARTS,
  /** 0: cores, 1: MiB of heap. */
  MACHINE,
  TOOL_VERSIONS,

  PREFLIGHT_ABSENT,
  PREFLIGHT_UNREADABLE,
  PASSED,
  TIME,

  MEANING,
  CAUSE,
  NO_FAILURES,
  /** 0: how many are not shown, 1: file with all of them. */
  MORE_FAILURES,

  /** Says which file it is, in front of a link. */
  FILE_REPORT,
  FILE_CHATS,
  FILE_JUNIT,
  FILE_METRICS,
  FILE_CLOSING,
  THIS_DIRECTORY,

  /** 0: scenario, 1, 2: errors in milliseconds, 3: n, 4: chats, 5: rounds. */
  CALIBRATED,
  /** As CALIBRATED. */
  CALIBRATED_UNSETTLED,
  /** 0: scenario. */
  NOT_CALIBRATED,
  /** 0: scenario, 1, 2: event loop late at P95, at most, 3, 4: the same of handing over, ms. */
  WATCHED,
  /** 0: scenario, 1: cores used, 2: cores, 3: machine, 4: pauses, 5, 6: in all, longest, ms. */
  WATCHED_MACHINE,
  /** 0: scenario. */
  NOT_WATCHED,

  /** 0: scenarios. */
  NEXT_RUN_ALL,
  NEXT_ONE_JOB,
  NEXT_GENERATOR,
  /** quote: most frequent outcome, 0: chats that ended so. */
  NEXT_FAILURES,
  /** 0: scenarios. */
  NEXT_SLOW,
  /** 0: scenarios. */
  NEXT_NOT_PERSISTED,
  NEXT_PRECONDITIONS,
  NEXT_AGAIN,
  NEXT_REAL_TARGET,
  NEXT_PRESET,
  NEXT_VERIFIED,
  /** quote: command. */
  NEXT_REVIEW,
  NEXT_WHOLE,
  /** quote: command. */
  NEXT_PREPARE;

  @Override
  public String bundle() {
    return "overview";
  }
}
