package chatload.document;

import chatload.verdict.Reason;

/** Why a verdict is not PASS, in Chinese. */
public final class ReasonChinese {

  private ReasonChinese() {}

  /** The phrase with the metric's name in it, with the gaps of {@link Reason#values()}. */
  public static String say(Reason reason) {
    return reason.metric() == null
        ? say(reason.kind())
        : MetricWords.put(reason.metric(), say(reason.kind()));
  }

  private static String say(Reason.Kind reason) {
    return switch (reason) {
      case SHARE_MISSED -> "{metric} {0} 低于阈值 {1}（{3} 次对话成功 {2} 次，至少需要 {4} 次）";
      case LIMIT_EXCEEDED -> "{metric} {0} 超过阈值 {1}（n={2}）";
      case NOTHING_MEASURED -> "{metric}无法与阈值 {0} 比较：没有成功的对话（n=0）";

      case NOT_RUN -> "未执行：{0} 与 {1} 均不存在";
      case NO_MANIFEST -> "缺少 {0}，无法判断记录应与什么比较";
      case UNUSABLE_MANIFEST -> "{0} 无法使用：{quote}";
      case STILL_RUNNING -> "运行没有结束（状态 RUNNING）：仍在进行，或已被终止";
      case ABORTED -> "运行被中止：未能发送或记录所有对话";
      case NO_RECORDS -> "缺少 {0}";
      case RECORDS_MISSING -> "没有可用记录的对话：计划 {1} 次中的 {0} 次";
      case NOT_SENT -> "已计划但从未发送的对话：{1} 次中的 {0} 次";
      case OTHER_PROTOCOL -> "服务对每次对话都用另一种协议应答，因此没有测到任何结果：{quote}";
      case TORN_LINE -> "{0} 的最后一行不完整（第 {1} 行），已忽略";
      case UNREADABLE_LINES -> "{0} 中不是对话记录的行：{1} 行（首次出现在第 {2} 行）";
      case OTHER_RUN -> "{0} 中属于其他运行或场景的记录：{1} 条（首次出现在第 {2} 行）";
      case IDS_OUT_OF_RANGE -> "{0} 中编号不在计划内的记录：{1} 条（首次出现在第 {2} 行）";
      case DUPLICATE_IDS -> "{0} 中重复的对话记录：{1} 条（首次出现在第 {2} 行）";
      case CONTRADICTIONS -> "{0} 中标为成功却与成功定义矛盾的记录：{1} 条（首次出现在第 {2} 行）";
      case MORE_THAN_ONE_POST -> "{0} 中发送了多次 POST 的对话记录：{1} 条（首次出现在第 {2} 行）";
      case WRONG_USERS -> "{0} 中用户与对话不符或没有用户的记录：{1} 条（首次出现在第 {2} 行）";
      case CONCURRENCY_NOT_REACHED -> "未达到计划的负载：在所有用户都应工作的时段内，平均并发对话数为 {0}，计划为 {1}，至少需要 {2}";
      case GENERATOR_UNKNOWN -> "运行没有说明压测机的状况";
      case GENERATOR_PROBLEM -> "压测机未能正常工作：{quote}";
      case GENERATOR_FAILURES -> "成功率仅因压测机自身的失败而未达标：{0} 次对话";

      case MIXED_RUNS -> "各场景不属于同一次压测：共有 {0} 个不同的运行编号";
      case MIXED_TARGETS -> "各场景不是同一个目标：共有 {0} 个不同的目标";
      case MIXED_SETTINGS -> "各场景不属于同一次压测，{0} 不一致：{quote}";
      case STALE_RUN -> "{0} 开始于 {1}，早于压测计划的时间 {2}";
      case STALE_PAUSE -> "{0}（{1}）与 {2}（{3}）之间相隔超过一天";
      case TIME_UNKNOWN -> "无法判断 {0} 的执行时间：{quote}";
      case PLAN_MISSING -> "缺少 raw/job.json，无法判断原计划是什么";
      case PLAN_UNUSABLE -> "raw/job.json 无法使用，无法判断原计划是什么：{quote}";
      case PLAN_DIFFERS -> "本次运行与计划不符，{0} 不一致（计划 ≠ 实际）：{quote}";
      case PRESETS_DIFFER -> "raw/job.json 中的预设 {0} 与已发布的不一致";
      case NOT_PLANNED -> "存在计划之外的场景文件：{quote}";
      case PREFLIGHT_MISSING -> "计划了预检，但缺少 preflight.json";
      case PREFLIGHT_NOT_PLANNED -> "存在 preflight.json，但没有计划预检";
      case PREFLIGHT_UNUSABLE -> "preflight.json 无法读取";
      case PREFLIGHT_DIFFERS -> "preflight.json 不属于本次压测，{0} 不一致（预检 ≠ 压测）：{quote}";
      case GATLING_LOG_MISSING -> "gatling/ 中缺少本次运行的 Gatling 自身日志，而 ./loadtest scenarios 会把它放在那里";
      case EVIDENCE_CHANGED -> "证据与压测结束时 manifest.json 的记录不一致：{quote}";

      case GENERATOR_LATE ->
          "压测机是瓶颈：P95 事件循环延迟 {0} ms、对话发出延迟 {1} ms，上限 {2} ms（使用 {4} 核中的 {3} 核；GC 停顿共 {5} ms，最长 {6} ms）";
      case WITHIN_ERROR -> "这可能是压测机造成的：它可能使 {metric}偏长 {0} ms（运行前实测 {1} ms，运行中延迟 {2} ms）";

      case GATLING_COUNTS_DIFFER -> "Gatling 自身日志中有 {0} 次对话，成功 {1} 次、失败 {2} 次；记录中为 {3}、{4} 和 {5}";
      case GATLING_TIME_DIFFERS -> "{metric}：Gatling 自身日志为 {0} ms，记录为 {1} ms，相差超过 {2} ms";
      case GATLING_LOG_TRUNCATED -> "运行声称已完成，但 Gatling 自身的日志在中途断开";
      case GATLING_LOG_UNUSABLE -> "Gatling 自身的日志无法读取：{quote}";
      case SEVERAL_GATLING_RUNS -> "该场景有 {0} 份 Gatling 结果，而记录只属于一次运行：{quote}";
    };
  }
}
