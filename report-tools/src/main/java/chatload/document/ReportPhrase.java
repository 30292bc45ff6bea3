package chatload.document;

/** What {@code <scenario>-report.md} says beyond the phrases that it shares with the overview. */
enum ReportPhrase implements Bilingual {
  /** 0: scenario. */
  TITLE("Load test report: {0}", "压测报告：{0}"),
  VERDICT("Verdict: ", "结论："),
  PART_OF("Part of ", "汇总见 "),
  GATLING_HTML("Gatling HTML report", "Gatling HTML 报告"),
  REPORT("report", "场景报告"),
  REPORTS("Reports", "各场景报告"),
  SUMMARY("figures (JSON)", "数据（JSON）"),

  THRESHOLDS("Thresholds", "阈值"),
  LIMIT("Limit", "阈值"),
  MARGIN("Margin", "余量"),
  MET("Met", "达标"),
  /** 0: signed difference in percentage points. */
  POINTS("{0} points", "{0} 个百分点"),
  /** 0: signed difference in milliseconds, 1: the same in percent of the limit. */
  MARGIN_MILLIS("{0} ms ({1} of the limit)", "{0} ms（阈值的 {1}）"),
  MARGIN_NOTE(
      "The margin is what is left to the limit; a minus sign says by how much it is missed.",
      "余量为距阈值的剩余空间；负号表示超出阈值的幅度。"),

  CONFIGURATION("Configuration", "压测配置"),
  SETTING("Setting", "配置项"),
  VALUE("Value", "值"),
  AUTH_MODE("Authentication", "鉴权方式"),
  THREAD_PREFIX("Thread ids begin with", "threadId 前缀"),
  REQUESTS("Chats planned", "计划请求数"),

  TOTALS("Totals", "汇总"),
  FAILED("Failed", "失败"),
  DIFFERENT_REPLIES("Different replies", "不同的回复数"),

  BEHIND("The chats behind the figures", "各数值对应的对话"),
  BEHIND_NOTE(
      "Each figure is the time of this chat; of several with the same time, of the first one.",
      "每个数值都是一次真实对话的耗时；耗时相同时取编号最小者。"),
  FIGURE("Figure", "指标"),
  SLOWEST("Slowest OK chats", "最慢的成功对话"),
  CHUNKS("Pieces", "分片数"),
  MAX_GAP("Longest gap", "最长间隔"),
  FIND("Find it in the logs", "日志检索命令"),
  FIND_NOTE(
      "The commands are to be run in the directory of the service's logs.", "请在服务日志所在目录执行检索命令。"),

  CAUSES("Causes", "失败原因"),
  SHARE("Share of failures", "占失败比例"),
  FAILURES_BY_CAUSE("Failures by cause", "失败样本（按原因分组）"),
  /** 0: cause, 1: how many. */
  OF_CAUSE("{0} ({1})", "{0}（{1}）"),
  LAST_EVENT("Last event", "最后事件"),
  ENDED_AFTER("Ended after", "结束于"),
  /** 0: how many are not listed, 1, 2: files with all of them. */
  MORE(
      "{0} more have this cause; all failures are in {1}, and in {2} with everything that was"
          + " recorded of them.",
      "该原因另有 {0} 条未列出；全部失败见 {1}，完整记录见 {2}。"),
  PROBLEM("Problem: {quote}", "问题：{quote}");

  private final String english;
  private final String chinese;

  ReportPhrase(String english, String chinese) {
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
