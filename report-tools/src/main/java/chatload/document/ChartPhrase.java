package chatload.document;

/** What the charts of {@code OVERVIEW.html} say. */
enum ChartPhrase implements Bilingual {
  CHARTS("Charts", "图表"),
  DISTRIBUTION("Distribution of both times", "耗时分布"),
  OUTCOMES("Outcomes", "对话结果"),
  START_SECONDS("start, s after the run began", "开始时刻（运行后秒数）"),
  MILLIS("ms (logarithmic)", "毫秒（对数刻度）"),
  SHARE("share of OK chats", "成功对话占比"),
  /** 0: limit in milliseconds. */
  LIMIT("P95 limit {0} ms", "P95 阈值 {0} ms"),
  /** 0: chats recorded, 1: OK ones, 2: failed ones. */
  SCATTER(
      "{0} recorded chats: {1} OK (dots), {2} failed (crosses, at the time when they failed).",
      "共记录 {0} 次对话：成功 {1} 次（圆点），失败 {2} 次（叉号，位于失败时刻）。"),
  /** As SCATTER, where failed ones may be without the time. */
  SCATTER_WITHOUT(
      "{0} recorded chats: {1} OK (dots), {2} failed (crosses; those at the upper edge had no"
          + " token at all).",
      "共记录 {0} 次对话：成功 {1} 次（圆点），失败 {2} 次（叉号；位于上边缘者未收到任何 Token）。"),
  /** 0: how many are drawn, 1: how many in a row are drawn as two. */
  THINNED(
      " {0} of them are drawn: of every {1} in a row the first and the slowest, OK and failed ones"
          + " apart.",
      "其中绘出 {0} 次：每连续 {1} 次只绘首个与最慢者，成功与失败分别计。"),
  /** 0: n. */
  SHARES(
      "Share of the {0} OK chats that took at most so long. The horizontal line is 95%: where it"
          + " meets a curve is the P95.",
      "{0} 次成功对话中耗时不超过该值的占比。水平线为 95%，与曲线的交点即 P95。"),
  /** 0: planned. */
  BARS("How the {0} planned chats ended.", "{0} 次计划对话的结果。");

  private final String english;
  private final String chinese;

  ChartPhrase(String english, String chinese) {
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
