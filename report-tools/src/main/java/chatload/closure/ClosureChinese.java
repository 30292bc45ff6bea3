package chatload.closure;

import chatload.document.ReasonChinese;
import chatload.verdict.Mark;
import chatload.verdict.Reason;
import chatload.words.Language;

/** Closing documents in Chinese, in the words of the checklist. */
final class ClosureChinese implements ClosurePhrases {

  @Override
  public Language language() {
    return Language.ZH;
  }

  @Override
  public String say(Reason reason) {
    return ReasonChinese.say(reason);
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
      case CLOSURE_TITLE -> "#{0} 关单草稿（Epic #{1}）：压测";
      case RECORD_TITLE -> "#{0} 签核记录（Epic #{1}）：不关单";
      case COMMENT_TITLE -> "#{0} 压测结果（Epic #{1}）";
      case STEPS_TITLE -> "#{0} 最终关单清单（Epic #{1}）";

      case ALL_MET -> "所有场景均满足全部阈值，证据完整且一致。";
      case SOME_MISSED -> "未达到阈值的场景：{0}。";
      case NOT_DECIDED -> "证据不足以得出结论的场景：{0}。";
      case STOPPED_BY_PREFLIGHT -> "预检未通过，压测已停止：没有发送任何负载，所有场景均未执行。";
      case NOT_ONE_JOB -> "各场景不属于同一次压测，因此没有总体结论。";
      case MAY_CLOSE -> "可依据本次压测关闭 #{0} 与 #{1}。";
      case MAY_NOT_CLOSE -> "不可依据本次压测关闭 #{0} 或 #{1}：";
      case ACCEPTED_ITEMS -> "以下事项未完成，但已由复核人接受：";
      case ACCEPTED_BY -> "；已接受，复核人 ";
      case RUN -> "运行编号：{quote}";
      case TARGET -> "目标：{quote}（{0}）";
      case TIME -> "时间：{quote}";

      case BLOCKED_VERDICT -> "结论为 {0}；只有 PASS 才能关单。";
      case BLOCKED_RUN_ID -> "各场景没有共同可用的运行编号，评论无法指明是哪次压测。";
      case BLOCKED_REPO -> "未指明仓库，命令可能关闭其他仓库的 issue：请用 ./loadtest prepare --repo OWNER/NAME 指明。";
      case BLOCKED_OPEN -> "未完成（{0}）：";
      case BLOCKED_FINDING -> "报告目录有问题：{quote}";
      case BLOCKED_MORE -> "另有 {0} 项。";

      case STOPPED -> "停止原因";
      case CHECK -> "检查项";
      case OBSERVED -> "实测";
      case FIX -> "处理办法";

      case RESULTS -> "结果";
      case SCENARIO -> "场景";
      case CHATS -> "成功/请求";
      case VERDICT -> "结论";
      case NOT_RUN -> "未执行";
      case UNKNOWN_PLAN -> "未知";
      case WHY -> "未通过的原因";
      case MORE_REASONS -> "另有 {0} 条，全部见 OVERVIEW.md。";

      case FAILURES -> "失败样本";
      case FAILURES_COUNT -> "{0} 次对话未成功，按场景、结果与可能原因统计：";
      case NO_FAILURES -> "没有记录到失败的对话。";
      case OUTCOME -> "结果类型";
      case CAUSE -> "可能原因";
      case COUNT -> "失败";
      case NOT_JUDGED -> "未复核";
      case SAMPLES -> "traceId 样本";
      case SAMPLES_SHOWN -> "列出 {0} / {1} 次；全部见各场景 summary。";
      case TRACE_ID -> "traceId";
      case STARTED -> "开始时间";
      case STATUS -> "状态码";
      case ERROR -> "错误";
      case JUDGED -> "根因（人工复核）";

      case PRECONDITIONS -> "前置条件";
      case DELIVERABLES -> "产物检查";
      case REVIEW -> "人工复核项";
      case ITEM_DEPLOYED -> "已部署目标环境";
      case ITEM_VARIABLES ->
          "以下环境变量已配置并生效：AUTH_JWT_SECRET、AUTH_TENANT_CLAIM、AUTH_USER_CLAIM、"
              + "ALLOW_INSECURE_CONTEXT=0";
      case ITEM_HEALTH -> "GET /api/health 返回 200";
      case ITEM_CHAT -> "POST /api/chat 可通过 JWT 鉴权";
      case ITEM_OTHER_CHECKS -> "预检的其他检查";
      case ITEM_ALL_PASS -> "OVERVIEW.md 中所有场景均 PASS";
      case ITEM_ROOT_CAUSES -> "失败样本（若有）已按 traceId 定位根因";
      case ITEM_DEPENDENCIES -> "异常是否来自外部依赖（模型/数据库）已标注";
      case ITEM_TUNING -> "是否需要调整限流、并发、超时阈值已记录";
      case ITEM_MEMORY -> "服务保存了用户要求记住的内容";
      case ITEM_USERS -> "每个用户都得到了服务";
      case FILE_OVERVIEW -> "汇总与 PASS/FAIL 结论";
      case FILE_CLOSURE -> "本记录";
      case FILE_COMMENT -> "可直接粘贴 issue 评论";
      case FILE_COMMANDS -> "关单命令脚本";

      case BY_PREFLIGHT -> "预检";
      case PREFLIGHT_ABSENT -> "未检查：没有 preflight.json";
      case PREFLIGHT_UNREADABLE -> "未知：preflight.json 无法读取";
      case PREFLIGHT_OTHER_TARGET -> "未检查：预检的目标是 {quote}";
      case BY_OK_CHATS -> "{0} 次带签名 token 的对话成功";
      case TARGET_IS_EMBEDDED -> "目标是内置聊天服务";
      case TARGET_ANSWERED -> "{quote} 有应答";
      case SERVICE_UNSEEN -> "没有成功的对话，预检也未通过";
      case RECOMPUTED -> "与原始记录重新计算的结果一致";
      case WRITTEN_NOW -> "与本文件同时生成";
      case FILE_WRONG -> "{quote}";
      case FILES_ABSENT -> "没有：未执行";
      case NOTHING_FAILED -> "没有记录到失败的对话";
      case JUDGED_COUNT -> "已定位 {0} / {1} 次失败的对话";
      case EXTERNAL_COUNT -> "已标注 {0} / {1} 次失败的对话；来自外部依赖（模型/数据库）：{2}";
      case NO_TUNING -> "尚无记录";
      case NOT_PERSISTED -> "成功但回复称未写入任何内容的对话：{0}";
      case USERS_WITHOUT_OK -> "没有任何一次成功对话的用户：{0}";
      case NOT_ALL_PASS -> "未 PASS：{0}";

      case ANSWERS -> "复核记录";
      case WHEN -> "时间";
      case WHO -> "复核人";
      case ABOUT -> "对象";
      case ABOUT_TUNING -> "限流、并发、超时阈值";
      case ABOUT_ITEM -> "接受：{0}";
      case NOTE -> "说明";
      case MORE_ANSWERS -> "另有 {0} 条，见 review.json。";

      case TO_OPEN -> "待完成事项";
      case TO_OPEN_HOW -> "请将 WHY 换成具体理由。单独执行 ./loadtest review 会列出未完成的事项并逐一询问。";

      case AFTER_FAILURE -> "失败回退策略";
      case KEEP -> "保留当前 artifacts（不可覆盖）；重新执行时使用新目录。";
      case TELL -> "在 #{0} 追加失败原因与 traceId 样本：{2} 中的评论两者都有，且不超过 GitHub 长度限制。";
      case RERUN -> "修复后重新执行：";
      case SECRET_NOTE -> "密钥、claim 名、issuer 与 audience 仍由环境变量或各自的选项提供；命令中不含任何密钥。";
      case OTHER_FALLBACKS -> "本次压测使用了自定义的兜底回复列表：请加上同一个 --fallback-replies FILE。";
      case CLOSABLE_RERUN -> "只有针对真实服务（--url）、且不带 --set、--profiles 与 --tls-insecure 的压测才能用于关单。";

      case CLOSING -> "收口动作";
      case CLOSE_BY_STEPS -> "逐步执行最终 3 步：{0}（由 ./loadtest finalize 生成）。";
      case CLOSE_BY_SCRIPT -> "或一次执行；脚本在任何操作之前会先校验证据：{0}";
      case FILES -> "证据与报告";

      case STEP_COMMENT -> "在 #{0} 贴上结果（以下命令均在报告目录中执行）：";
      case STEP_ISSUE -> "关闭 #{0}：";
      case STEP_EPIC -> "关闭 Epic #{1}：";
      case STEP_ISSUE_OPEN -> "不要关闭 #{0}。";
      case STEP_EPIC_OPEN -> "不要关闭 Epic #{1}。";
      case STEPS_BY_SCRIPT -> "以下命令在再次校验证据之后一次完成这三步；中断后可再次执行：";

      case SCRIPT_REFUSED -> "没有发表评论，也没有关闭任何 issue。";
      case SCRIPT_NO_HASH -> "找不到 sha256sum、shasum 或 openssl，无法校验文件。";
      case SCRIPT_EVIDENCE -> "证据或文档与生成本脚本时不一致（见上）。请先运行 ./loadtest verify，再运行 ./loadtest prepare。";
      case SCRIPT_VERDICT -> "关单草稿的结论不是 PASS。";
      case SCRIPT_NO_GH -> "找不到 gh：请安装 GitHub CLI，然后 gh auth login。";
      case SCRIPT_VERIFY -> "./loadtest verify 发现问题（见上）。";
      case SCRIPT_NO_VERIFY -> "哈希一致。此处没有 ./loadtest，因此没有重新计算（可用 LOADTEST=/path/to/loadtest 指明位置）。";
      case SCRIPT_NO_TOOL -> "LOADTEST 指向的文件不可执行。";
      case SCRIPT_POSTED -> "#{0} 已有本次压测的评论";
      case SCRIPT_CLOSED -> "已关闭：";
      case SCRIPT_DONE -> "完成：#{0} 与 #{1} 已关闭";
    };
  }
}
