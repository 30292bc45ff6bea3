package chatload.document;

import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.verdict.Mark;
import chatload.verdict.Reason;
import chatload.words.Language;

/** {@code OVERVIEW.md} in Chinese, in the words of the checklist. */
final class OverviewChinese implements OverviewPhrases {

  @Override
  public Language language() {
    return Language.ZH;
  }

  @Override
  public String say(Reason reason) {
    return ReasonChinese.say(reason);
  }

  @Override
  public String say(Cause cause) {
    return switch (cause) {
      case MODEL -> "模型（model）";
      case DATABASE -> "数据库（database）";
      case AUTH -> "鉴权（auth）";
      case RATE_LIMIT -> "限流（rate-limit）";
      case NETWORK -> "网络（network）";
      case SERVICE -> "服务（service）";
      case PROTOCOL -> "协议（protocol）";
      case GENERATOR -> "压测机（generator）";
      case UNKNOWN -> "未知（unknown）";
    };
  }

  @Override
  public String say(Outcome outcome) {
    return switch (outcome) {
      case OK -> "完整收到回复";
      case CONNECT_ERROR -> "无法建立连接，或在收到响应前断开";
      case AUTH_ERROR -> "状态码 401 或 403";
      case RATE_LIMITED -> "状态码 429（限流）";
      case HTTP_ERROR -> "其他非 200 状态码";
      case NOT_SSE -> "返回 200，但不是事件流";
      case FIRST_TOKEN_TIMEOUT -> "时限内未收到首 Token";
      case TOTAL_TIMEOUT -> "已收到 Token，但时限内无结束事件";
      case STREAM_CUT -> "流传输中连接断开";
      case TRUNCATED -> "流正常结束，但缺少结束事件";
      case EMPTY -> "有结束事件，但没有任何 Token";
      case ERROR_EVENT -> "服务发送了错误事件";
      case DEGRADED -> "结束事件标记为降级";
      case FALLBACK_REPLY -> "返回兜底回复而非真实回答";
      case MALFORMED -> "事件内容不合法";
      case CROSS_TALK -> "收到了本次压测中另一次对话的标识";
      case OTHER_PROTOCOL -> "收到事件，但没有一个属于所用协议";
      case NOT_SENT -> "已计划，但没有发送记录";
    };
  }

  @Override
  public String say(Mark mark) {
    return switch (mark) {
      case EMBEDDED_TARGET -> "目标是内置聊天服务，不能用于关单（{0}）";
      case NOT_PRESET -> "规模或阈值不是预设值，不能用于关单（{0}）";
      case PARTIAL_PRESET -> "只要求执行清单的一部分：缺少 {0}，不能用于关单";
      case TLS_NOT_VERIFIED -> "未校验 TLS 证书，不能用于关单（{0}）";
      case CANNED_REPLIES_UNKNOWN -> "未检测兜底回复，不能用于关单（{0}）";
    };
  }

  @Override
  public String say(Phrase phrase) {
    return switch (phrase) {
      case TITLE -> "压测汇总";
      case ALL_MET -> "所有场景均满足全部阈值，证据完整且一致。";
      case SOME_MISSED -> "未达到阈值的场景：{0}。";
      case NOT_DECIDED -> "证据不足以得出结论的场景：{0}。";
      case STOPPED_BY_PREFLIGHT -> "预检未通过，压测已停止：没有发送任何负载，所有场景均未执行。";
      case STOPPED -> "停止原因";
      case FIX -> "处理办法";
      case NOT_ONE_JOB -> "各场景不属于同一次压测，因此没有总体结论。";

      case RESULTS -> "结果";
      case WHY -> "原因";
      case TARGET_AND_RUN -> "目标与运行";
      case PRECONDITIONS -> "前置条件";
      case LATENCY -> "耗时";
      case OUTCOMES -> "对话结果";
      case FAILURES -> "失败样本";
      case AT_ONCE -> "平均并发（实测）";
      case USERS_WITHOUT_OK -> "没有一次成功对话的用户";
      case LOAD_GENERATOR -> "压测机";
      case NEXT -> "下一步";

      case SCENARIO -> "场景";
      case CHATS -> "请求数";
      case USERS -> "并发";
      case TIME_LIMIT -> "超时时限";
      case DURATION -> "持续时间";
      case THROUGHPUT -> "成功对话/秒";
      case OK_CHATS -> "成功";
      case VERDICT -> "结论";
      case NOT_RUN -> "未执行";
      case UNKNOWN_PLAN -> "未知";
      case AT_LEAST -> "阈值 ≥ {0}";
      case AT_MOST -> "阈值 {0}";
      case MIN -> "最小";
      case MAX -> "最大";
      case MEAN -> "平均";
      case LATENCY_NOTE -> "单位为毫秒，统计范围为 n 次成功对话。百分位采用精确最近秩法，每个数值都是一次真实对话的耗时。";

      case MEASUREMENTS -> "两次独立测量";
      case MEASUREMENTS_NOTE -> "结论以对话记录为准。Gatling 自身的日志独立地对同一批对话计数和计时：对话数必须相等，P95 相差不得超过 {0} ms。";
      case MEASURED_BY -> "测量来源";
      case BY_RECORDS -> "对话记录";
      case BY_GATLING -> "Gatling";
      case BY_TRUNCATED_GATLING -> "Gatling（日志中途断开）";
      case NO_GATLING_LOG -> "Gatling：gatling/ 中没有日志";
      case FAILED -> "失败";
      case AGREE -> "一致";
      case NOT_COMPARED -> "未比较";

      case TARGET -> "目标";
      case KIND -> "目标类型";
      case RUN_ID -> "运行编号";
      case STARTED -> "开始时间";
      case FINISHED -> "结束时间";
      case IDENTITY -> "租户、用户";
      case MESSAGE -> "消息";
      case GENERATOR -> "压测机";
      case MACHINE -> "{0} 核，堆内存 {1} MiB";
      case TOOL_VERSIONS -> "版本";

      case PREFLIGHT_ABSENT -> "压测前未检查：没有 preflight.json。";
      case PREFLIGHT_UNREADABLE -> "未知：无法读取 preflight.json。";
      case CHECK -> "检查项";
      case PASSED -> "通过";
      case OBSERVED -> "实测";
      case STATUS -> "状态码";
      case TIME -> "耗时";
      case TRACE_ID -> "traceId";

      case OUTCOME -> "结果类型";
      case MEANING -> "含义";
      case CAUSE -> "原因";
      case ERROR -> "错误";
      case NO_FAILURES -> "无。";
      case MORE_FAILURES -> "另有 {0} 条，全部见 {1}。";

      case CALIBRATED -> "{0}：压测前实测误差 P95 为首 Token {1} ms、总耗时 {2} ms（n={3}；{5} 轮共 {4} 次对话）";
      case CALIBRATED_UNSETTLED ->
          "{0}：压测前实测误差 P95 为首 Token {1} ms、总耗时 {2} ms，尚未收敛（n={3}；{5} 轮共 {4} 次对话）";
      case NOT_CALIBRATED -> "{0}：没有校准记录";
      case WATCHED -> "{0}：运行中事件循环延迟 P95 为 {1} ms、最大 {2} ms；对话发出延迟 P95 为 {3} ms、最大 {4} ms";
      case WATCHED_MACHINE -> "{0}：使用 {2} 核中的 {1} 核，整机负载 {3}；GC 停顿 {4} 次，共 {5} ms，最长 {6} ms";
      case NOT_WATCHED -> "{0}：没有记录运行中压测机的延迟";

      case NEXT_RUN_ALL -> "请一次性执行全部场景；以下场景没有可用的运行：{0}。";
      case NEXT_ONE_JOB -> "请针对同一目标一次性执行全部场景。";
      case NEXT_GENERATOR -> "请释放压测机资源或更换更大的机器：瓶颈在压测机。";
      case NEXT_FAILURES -> "请按 traceId 在服务日志中定位失败样本的根因，先看 {quote}（{0} 次）。";
      case NEXT_SLOW -> "请定位变慢的原因：场景报告中列出了最慢的对话（{0}）。";
      case NEXT_NOT_PERSISTED -> "请检查服务的记忆数据库：有成功对话报告没有写入任何内容（{0}）。复核人说明理由之前不可关单。";
      case NEXT_PRECONDITIONS -> "请先满足未通过的前置条件。";
      case NEXT_AGAIN -> "修复后请在新目录重新执行，并原样保留当前目录。";
      case NEXT_REAL_TARGET -> "请针对真实目标环境执行。";
      case NEXT_PRESET -> "请使用预设规模与阈值执行。";
      case NEXT_WHOLE -> "若要关单，请不带 --profiles 在一次压测中执行全部场景。";
      case NEXT_VERIFIED -> "请去掉 --tls-insecure 后执行。";
      case NEXT_REVIEW -> "清单中尚有未完成事项时，PASS 也不能关单。至少须记录是否需要调整阈值；其余事项由 ./loadtest review 列出。{quote}";
      case NEXT_PREPARE -> "然后重新生成关单文档：{quote}";
    };
  }
}
