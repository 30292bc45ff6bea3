package chatload.document;

/** Advice that is computed from the records, each with the evidence that it rests on. */
enum AdvicePhrase implements Bilingual {
  /** 0: scenario, 1: chats answered so, 2: planned, 3: users, 4: OK chats/s; quote: the answer. */
  RATE_LIMIT(
      "Rate limit: in {0}, {1} of {2} chats were refused with status 429 while {3} users sent at"
          + " once and {4} OK chats/s came through. Allow this tenant more, or test with fewer"
          + " users. The service said: {quote}",
      "限流：{0} 中 {2} 次对话有 {1} 次被 429 拒绝（并发 {3}，成功 {4} 次/秒）。" + "请为该租户调高限流阈值，或降低并发。服务返回：{quote}"),
  /** 0, 1: chats/s, 2, 3: users, 4, 5: mean totals, 6: users that it can bear, 7, 8: scenarios. */
  SATURATED(
      "Concurrency: saturated near {1} chats/s. From {2} users ({7}) to {3} ({8}) the mean total"
          + " rose from {4} to {5} ms, so by Little's law (users ÷ mean total) throughput only went"
          + " from {0} to {1} chats/s: more users merely wait. About {6} users at once can be"
          + " served as fast as in {7}; limit concurrency near that, or add capacity.",
      "并发：在约 {1} 次/秒处已饱和。并发由 {2}（{7}）升至 {3}（{8}）时，平均总耗时由 {4} ms 升至 {5} ms，"
          + "按利特尔法则（并发 ÷ 平均总耗时）吞吐仅由 {0} 变为 {1} 次/秒，增加的并发只是在排队。"
          + "保持 {7} 的速度约可承载 {6} 个并发；请将并发限制在该值附近，或扩容。"),
  /** As SATURATED. */
  SLOWING(
      "Concurrency: the service gets near its capacity. From {2} users ({7}) to {3} ({8}) the mean"
          + " total rose from {4} to {5} ms; by Little's law (users ÷ mean total) throughput went"
          + " from {0} to {1} chats/s, less than the users did.",
      "并发：服务已接近容量上限。并发由 {2}（{7}）升至 {3}（{8}）时，平均总耗时由 {4} ms 升至 {5} ms；"
          + "按利特尔法则（并发 ÷ 平均总耗时）吞吐由 {0} 升至 {1} 次/秒，低于并发的增幅。"),
  /** As SATURATED. */
  NOT_SATURATED(
      "Concurrency: no sign of saturation. From {2} users ({7}) to {3} ({8}) the mean total went"
          + " from {4} to {5} ms, so by Little's law (users ÷ mean total) throughput grew with the"
          + " users, from {0} to {1} chats/s.",
      "并发：未见饱和迹象。并发由 {2}（{7}）升至 {3}（{8}）时，平均总耗时由 {4} ms 变为 {5} ms，"
          + "按利特尔法则（并发 ÷ 平均总耗时）吞吐随并发同步增长，由 {0} 升至 {1} 次/秒。"),
  /** 0: scenario, 1: time-outs, 2: planned, 3: limit, 4: slowest OK, 5: its share of the limit. */
  LIMIT_TOO_SHORT(
      "Time limit: in {0}, {1} of {2} chats ran into {3} ms, and the slowest OK chat took {4} ms"
          + " ({5} of it; trace id {quote}). Slow answers are being cut off: find out why they are"
          + " slow before the limit is changed.",
      "超时：{0} 中 {2} 次对话有 {1} 次达到 {3} ms 时限，最慢的成功对话耗时 {4} ms（时限的 {5}；"
          + "traceId {quote}）。慢响应正在被截断，调整超时阈值前请先查明变慢的原因。"),
  /** As LIMIT_TOO_SHORT. */
  HANGING(
      "Time limit: in {0}, {1} of {2} chats ran into {3} ms, while the slowest OK chat took only"
          + " {4} ms ({5} of it; trace id {quote}). These chats hang, they are not slow: a longer"
          + " limit would not help, a shorter one would tell users sooner.",
      "超时：{0} 中 {2} 次对话有 {1} 次达到 {3} ms 时限，而最慢的成功对话仅 {4} ms（时限的 {5}；"
          + "traceId {quote}）。这些对话是卡死而非变慢，延长超时无济于事，缩短可更早告知用户。"),
  /** 0: scenario, 1: time-outs, 2: planned, 3: limit. */
  ALL_TIMED_OUT(
      "Time limit: in {0}, {1} of {2} chats ran into {3} ms and none was OK, so nothing can be"
          + " said about a better limit.",
      "超时：{0} 中 {2} 次对话有 {1} 次达到 {3} ms 时限且无一成功，无法据此判断时限是否合适。"),
  /** As LIMIT_TOO_SHORT, without time-outs. */
  CLOSE_TO_LIMIT(
      "Time limit: the slowest OK chat of {0} took {4} ms, {5} of the {3} ms allowed (trace id"
          + " {quote}). A little slower, and it would have failed.",
      "超时：{0} 中最慢的成功对话耗时 {4} ms，已达 {3} ms 时限的 {5}（traceId {quote}），再慢一些即会失败。"),
  /** 0: scenario, 1: responses. */
  TRACE_NOT_ECHOED(
      "Trace ids: in {0}, {1} responses did not carry the trace id that was sent, so these chats"
          + " may not be found in the service's logs by it.",
      "链路追踪：{0} 中有 {1} 个响应未回传所发送的 traceId，可能无法按 traceId 在服务日志中定位。"),
  /** 0: scenario, 1: replies that came at once, 2: replies that could have been streamed. */
  NOT_STREAMED(
      "Streaming: in {0}, {1} of {2} replies came all at once, so nothing was streamed: users saw"
          + " the first word when the last one was there. Look for a proxy, or a compression, that"
          + " holds replies back (--accept-encoding identity shows whether it is the compression).",
      "流式输出：{0} 中 {2} 个回复有 {1} 个是一次性到达的，并未流式输出：用户看到第一个字时全文已经到齐。"
          + "请检查是否有代理或压缩缓冲了回复（用 --accept-encoding identity 可判断是否由压缩引起）。"),
  /** 0: scenarios. */
  NOT_SETTLED(
      "Load generator: its own error had not settled when the warm-up before {0} ended. Times near"
          + " a limit deserve a second run on a quieter machine.",
      "压测机：{0} 开始前的预热未能收敛。若耗时接近阈值，请在更空闲的机器上复测。");

  private final String english;
  private final String chinese;

  AdvicePhrase(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  @Override
  public String english() {
    return english;
  }

  @Override
  public String chinese() {
    return chinese;
  }
}
