package chatload.closure;

import chatload.verdict.Reason;

/** Reasons of verdicts in Chinese. */
final class ReasonsChinese {

  private ReasonsChinese() {}

  static String say(Reason.Kind reason) {
    return switch (reason) {
      case SUCCESS_RATE_MISSED -> "成功率 {0} 低于阈值 {1}（{3} 次对话中成功 {2} 次，需要 {4} 次）";
      case P95_TOTAL_MISSED -> "P95 总耗时 {0} ms 超过阈值 {1} ms（n={2}）";
      case P95_FIRST_TOKEN_MISSED -> "P95 首 token {0} ms 超过阈值 {1} ms（n={2}）";
      case P95_TOTAL_UNKNOWN -> "P95 总耗时无法与阈值 {0} ms 比较：没有成功的对话（n=0）";
      case P95_FIRST_TOKEN_UNKNOWN -> "P95 首 token 无法与阈值 {0} ms 比较：没有成功的对话（n=0）";

      case NOT_RUN -> "未执行：{0} 与 {1} 均不存在";
      case NO_MANIFEST -> "缺少 {0}，无法得知应以什么标准衡量这些记录";
      case UNUSABLE_MANIFEST -> "{0} 不可用：{quote}";
      case STILL_RUNNING -> "压测没有结束（状态 RUNNING）：仍在进行，或已被强行终止";
      case ABORTED -> "压测被中止：未能发送或记录全部对话";
      case NO_RECORDS -> "缺少 {0}";
      case RECORDS_MISSING -> "没有可用记录的对话：计划 {1} 次，缺 {0} 次";
      case NOT_SENT -> "计划但从未发送的对话：{1} 次中有 {0} 次";
      case TORN_LINE -> "{0} 的最后一行不完整（第 {1} 行），未计入";
      case UNREADABLE_LINES -> "{0} 中不是对话记录的行：{1} 行（首次出现在第 {2} 行）";
      case OTHER_RUN -> "{0} 中属于其他压测或场景的记录：{1} 条（首次出现在第 {2} 行）";
      case IDS_OUT_OF_RANGE -> "{0} 中编号不在计划内的记录：{1} 条（首次出现在第 {2} 行）";
      case DUPLICATE_IDS -> "{0} 中重复记录同一对话：{1} 条（首次出现在第 {2} 行）";
      case CONTRADICTIONS -> "{0} 中标为 OK 却与 OK 的定义矛盾的记录：{1} 条（首次出现在第 {2} 行）";
      case MORE_THAN_ONE_POST -> "{0} 中发送了多次 POST 的对话：{1} 条（首次出现在第 {2} 行）";
      case GENERATOR_UNKNOWN -> "压测没有记录负载发生器的状况";
      case GENERATOR_PROBLEM -> "负载发生器未能正常工作：{quote}";
      case GENERATOR_FAILURES -> "成功率仅因负载发生器自身的失败而未达阈值：{0} 次对话";

      case MIXED_RUNS -> "各场景不属于同一次压测：有 {0} 个不同的运行编号";
      case MIXED_TARGETS -> "各场景的目标不同：有 {0} 个不同的目标";
      case EVIDENCE_CHANGED -> "证据与压测结束时 manifest.json 的记录不一致：{quote}";
    };
  }
}
