package chatload.chat;

import chatload.auth.SecretHeader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the chats of a scenario come from and where they go when they are over. */
interface ChatLoad {

  URI url();

  Duration timeLimit();

  /** What every request carries beside the headers of a chat. */
  default List<SecretHeader> headers() {
    return List.of();
  }

  /** The next chat to send; empty when all were taken. Safe for many users at once. */
  Optional<ChatPlan> next();

  /** Takes a chat whose outcome is known. Safe for many users at once. */
  void over(LiveChat chat);
}
