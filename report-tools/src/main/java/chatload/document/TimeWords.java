package chatload.document;

import chatload.metric.ChatTime;
import chatload.words.Language;

/** What documents say of one time of a chat. */
enum TimeWords {
  FIRST_TOKEN(
      "首 Token",
      "Time to the first token, per chat",
      "首 Token 耗时（逐次对话）",
      "By time to the first token",
      "按首 Token 耗时",
      ChartPhrase.SCATTER_WITHOUT),
  TOTAL("总耗时", "Total time, per chat", "总耗时（逐次对话）", "By total time", "按总耗时", ChartPhrase.SCATTER);

  private final String chinese;
  private final String perChat;
  private final String perChatChinese;
  private final String slowest;
  private final String slowestChinese;
  private final ChartPhrase scatter;

  TimeWords(
      String chinese,
      String perChat,
      String perChatChinese,
      String slowest,
      String slowestChinese,
      ChartPhrase scatter) {
    this.chinese = chinese;
    this.perChat = perChat;
    this.perChatChinese = perChatChinese;
    this.slowest = slowest;
    this.slowestChinese = slowestChinese;
    this.scatter = scatter;
  }

  static TimeWords of(ChatTime time) {
    return valueOf(time.name());
  }

  String name(Language language) {
    return language == Language.ZH ? chinese : ChatTime.valueOf(name()).english();
  }

  /** Title of the chart that has one mark per chat. */
  String perChat(Language language) {
    return language == Language.ZH ? perChatChinese : perChat;
  }

  /** Heading of the slowest chats by this time. */
  String slowest(Language language) {
    return language == Language.ZH ? slowestChinese : slowest;
  }

  /** Caption of that chart, which depends on whether a failed chat can be without this time. */
  ChartPhrase scatter() {
    return scatter;
  }
}
