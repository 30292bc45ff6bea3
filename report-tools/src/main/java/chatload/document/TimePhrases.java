package chatload.document;

import chatload.metric.ChatTime;
import chatload.words.Phrase;

/**
 * What documents say of one time of a chat, beside its name.
 *
 * @param perChat title of the chart that has one mark per chat
 * @param scatter caption of that chart, which depends on whether a failed chat can be without the
 *     time
 * @param slowest heading of the slowest chats by this time
 */
record TimePhrases(Phrase perChat, Phrase scatter, Phrase slowest) {

  static TimePhrases of(ChatTime time) {
    return switch (time) {
      case FIRST_TOKEN ->
          new TimePhrases(
              ChartPhrase.FIRST_TOKEN_PER_CHAT,
              ChartPhrase.SCATTER_WITHOUT,
              ReportPhrase.BY_FIRST_TOKEN);
      case TOTAL ->
          new TimePhrases(ChartPhrase.TOTAL_PER_CHAT, ChartPhrase.SCATTER, ReportPhrase.BY_TOTAL);
    };
  }
}
