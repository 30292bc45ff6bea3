package chatload.load.exchange;

import chatload.conversation.Expected;
import chatload.protocol.Asked;
import java.util.List;
import java.util.Set;

/**
 * What makes a chat a turn of a conversation.
 *
 * @param conversation its number in the data, from 1
 * @param number of the turn, from 1
 * @param thoughtMs how long its user thought before, milliseconds
 * @param history what was said before
 * @param expected of the reply
 * @param earlierTraceIds of the turns before, whose ids are no other chat's
 * @param name the service's own for the conversation; empty where it has given none
 * @param isLast whether no turn comes behind it
 */
public record TurnPlan(
    int conversation,
    int number,
    long thoughtMs,
    List<Asked.Said> history,
    Expected expected,
    Set<String> earlierTraceIds,
    String name,
    boolean isLast) {

  public TurnPlan {
    history = List.copyOf(history);
    earlierTraceIds = Set.copyOf(earlierTraceIds);
  }
}
