package chatload.load.engine;

import chatload.load.exchange.ChatOutcome;
import chatload.load.exchange.RunIds;
import chatload.metric.ChatTime;
import chatload.settings.ClientSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Where the chats of a scenario come from and where they go when they are over. */
public interface ChatLoad {

  URI url();

  Duration timeLimit();

  /** The times of OK chats that Gatling is told of. */
  default List<ChatTime> times() {
    return List.of(ChatTime.FIRST_TOKEN, ChatTime.TOTAL);
  }

  /** How the target is spoken to. */
  default ClientSettings client() {
    return ClientSettings.defaults();
  }

  /** What a user who arrives has to send. Safe for many users at once. */
  Share arrive();

  /** The ids of all chats that were sent so far. */
  default RunIds ids() {
    return RunIds.NONE;
  }

  /** Takes a chat whose outcome is known. Safe for many users at once. */
  void over(ChatOutcome chat);

  /** Whether no user who is still to come has anything to send. */
  default boolean isOver() {
    return false;
  }

  /** Something of this program died, so that not every chat can be sent or recorded. */
  void broken(Throwable problem);
}
