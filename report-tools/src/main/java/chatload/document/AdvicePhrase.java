package chatload.document;

import chatload.words.Phrase;

/** Advice that is computed from the records, each with the evidence that it rests on. */
enum AdvicePhrase implements Phrase {
  /** 0: scenario, 1: chats answered so, 2: planned, 3: users, 4: OK chats/s; quote: the answer. */
  RATE_LIMIT,
  RATE_LIMIT_OF_LOAD,
  /** 0, 1: chats/s, 2, 3: users, 4, 5: mean totals, 6: users that it can bear, 7, 8: scenarios. */
  SATURATED,
  /** As SATURATED. */
  SLOWING,
  /** As SATURATED. */
  NOT_SATURATED,
  /** 0: scenario, 1: time-outs, 2: planned, 3: limit, 4: slowest OK, 5: its share of the limit. */
  LIMIT_TOO_SHORT,
  /** As LIMIT_TOO_SHORT. */
  HANGING,
  /** 0: scenario, 1: time-outs, 2: planned, 3: limit. */
  ALL_TIMED_OUT,
  /** As LIMIT_TOO_SHORT, without time-outs. */
  CLOSE_TO_LIMIT,
  /** 0: scenario, 1: responses. */
  TRACE_NOT_ECHOED,
  /** 0: scenario, 1: replies that came at once, 2: replies that could have been streamed. */
  NOT_STREAMED,
  /** 0: scenarios. */
  NOT_SETTLED;

  @Override
  public String bundle() {
    return "advice";
  }
}
