package chatload.records;

import chatload.run.ChatRecord;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The tokens that a service said it has used, summed up over the chats of which it said so; null
 * for what it said of none.
 *
 * @param chats of which it said anything
 * @param inputTokens of the questions
 * @param outputTokens of the answers
 * @param reasoningTokens of what the model thought
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokensUsed(int chats, Long inputTokens, Long outputTokens, Long reasoningTokens) {

  static final TokensUsed NONE = new TokensUsed(0, null, null, null);

  /** This and what is said of one more chat. */
  TokensUsed and(ChatRecord chat) {
    if (chat.inputTokens() == null
        && chat.outputTokens() == null
        && chat.reasoningTokens() == null) {
      return this;
    }
    return new TokensUsed(
        chats + 1,
        sum(inputTokens, chat.inputTokens()),
        sum(outputTokens, chat.outputTokens()),
        sum(reasoningTokens, chat.reasoningTokens()));
  }

  /** Records are not to be trusted: a sum that is too large stays the largest there is. */
  private static Long sum(Long all, Long one) {
    if (all == null || one == null) {
      return all == null ? one : all;
    }
    return all > Long.MAX_VALUE - one ? Long.MAX_VALUE : all + one;
  }

  /** Whether these can be counts. */
  static boolean isPossible(ChatRecord chat) {
    return isPossible(chat.inputTokens())
        && isPossible(chat.outputTokens())
        && isPossible(chat.reasoningTokens());
  }

  private static boolean isPossible(Long tokens) {
    return tokens == null || tokens >= 0;
  }
}
