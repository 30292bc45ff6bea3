package chatload.chat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the chats of a scenario come from and where they go when they are over. */
interface ChatLoad {

  URI url();

  Duration timeLimit();

  /** The next chat to send; empty when all were taken. Safe for many users at once. */
  Optional<ChatPlan> next();

  /** Takes a chat whose outcome is known. Safe for many users at once. */
  void over(LiveChat chat);
}
