package chatload.chat;

import chatload.auth.SecretHeader;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Where the chats of a scenario come from and where they go when they are over. */
interface ChatLoad {

  URI url();

  Duration timeLimit();

  /** What every request carries beside the headers of a chat. */
  default List<SecretHeader> headers() {
    return List.of();
  }

  /** What a user who arrives has to send. Safe for many users at once. */
  Share arrive();

  /** Takes a chat whose outcome is known. Safe for many users at once. */
  void over(LiveChat chat);

  /** Something of this program died, so that not every chat can be sent or recorded. */
  void broken(Throwable problem);
}
