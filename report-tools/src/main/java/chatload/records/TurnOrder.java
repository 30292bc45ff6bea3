package chatload.records;

import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.DataUsed;
import chatload.run.Outcome;
import chatload.run.Schedule;
import java.util.BitSet;

/**
 * Whether chats are the turns that the plan says, and none was sent after one of its conversation
 * that failed. Takes the records in the order of the file, in which each user's are in their own.
 */
final class TurnOrder {

  private final Schedule schedule;
  private final int users;
  private final BitSet seen = new BitSet();

  /** Chats after which nothing of their conversation is to be sent. */
  private final BitSet broken = new BitSet();

  /**
   * @param data null if chats were made of none
   */
  TurnOrder(DataUsed data, String scenario, int requests, int users) {
    this.users = users;
    this.schedule = data == null ? null : Schedule.of(data, scenario, requests, users);
  }

  /** Whether the record is what it has to be; each chat once. */
  boolean fits(ChatRecord chat) {
    if (schedule == null) {
      return chat.conversation() == null && chat.turn() == null && chat.thoughtMs() == null;
    }
    int turn = schedule.turn(chat.id());
    int before = chat.id() - users;
    boolean mustNotBeSent = turn > 1 && broken.get(before);
    seen.set(chat.id());
    if (mustNotBeSent || !chat.outcome().isOk()) {
      broken.set(chat.id());
    }
    return Integer.valueOf(turn).equals(chat.turn())
        && Integer.valueOf(schedule.conversation(chat.id())).equals(chat.conversation())
        && (mustNotBeSent ? isLeftOut(chat) : !isLeftOut(chat) || isOfUs(chat, turn, before));
  }

  private static boolean isLeftOut(ChatRecord chat) {
    return chat.outcome() == Outcome.NOT_SENT && chat.posts() == 0;
  }

  /** Whether it was not sent for a reason of ours, or after a chat that nobody knows. */
  private boolean isOfUs(ChatRecord chat, int turn, int before) {
    return chat.cause() == Cause.GENERATOR || turn > 1 && !seen.get(before);
  }
}
