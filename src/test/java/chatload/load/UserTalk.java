package chatload.load;

import chatload.conversation.Conversations;
import chatload.conversation.Turn;
import chatload.load.engine.Share;
import chatload.load.exchange.ChatOutcome;
import chatload.load.exchange.ChatPlan;
import chatload.load.exchange.TurnPlan;
import chatload.protocol.Asked.Said;
import chatload.protocol.ChatReading;
import chatload.run.Cause;
import chatload.run.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One user's conversations: turn after turn, each with what was really said before. After a turn
 * that failed nobody goes on: the others are not sent, for the same cause.
 */
final class UserTalk implements Share.Source {

  private final ChatPlans plans;
  private final int user;
  private final Schedule schedule;
  private final Conversations data;
  private final List<Said> history = new ArrayList<>();
  private final Set<String> traceIds = new HashSet<>();
  private String name = "";
  private Cause broken;
  private String why;

  UserTalk(ChatPlans plans, int user, Schedule schedule, Conversations data) {
    this.plans = plans;
    this.user = user;
    this.schedule = schedule;
    this.data = data;
  }

  @Override
  public boolean leavesOut(int id) {
    if (schedule.turn(id) == 1) {
      history.clear();
      traceIds.clear();
      name = "";
      broken = null;
    }
    if (broken == null) {
      return false;
    }
    plans.notSent(ChatOutcome.notSent(plan(id, 0), broken, why));
    return true;
  }

  @Override
  public Duration think(int id) {
    return Duration.ofMillis(turn(id).thinkMs());
  }

  @Override
  public Optional<ChatPlan> chat(int id) {
    return Optional.of(plan(id, turn(id).thinkMs()));
  }

  private Turn turn(int id) {
    return data.turn(schedule.conversation(id), schedule.turn(id));
  }

  private ChatPlan plan(int id, long thoughtMs) {
    TurnPlan turn =
        new TurnPlan(
            schedule.conversation(id),
            schedule.turn(id),
            thoughtMs,
            plans.sendsHistory() ? history : List.of(),
            turn(id).expected(),
            traceIds,
            name,
            schedule.turn(id) == data.all().get(schedule.conversation(id) - 1).size());
    return plans.plan(id, user, plans.threadId(schedule.first(id)), turn(id).message(), turn);
  }

  /** A turn is over. */
  void over(ChatOutcome chat) {
    traceIds.add(chat.plan().traceId());
    if (!chat.isOk()) {
      broken = chat.cause();
      why = "turn " + chat.plan().turn().number() + " of its conversation was " + chat.outcome();
      return;
    }
    if (chat.reply().conversation() != null) {
      name = chat.reply().conversation();
    }
    String reply = chat.reply().text();
    if (plans.sendsHistory() && reply.length() >= ChatReading.MOST_KEPT) {
      broken = Cause.GENERATOR;
      why = "the reply before is longer than what is kept of it, so it can't be sent again";
    }
    history.add(new Said(false, chat.plan().message()));
    history.add(new Said(true, reply));
  }
}
