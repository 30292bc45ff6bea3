package chatload.load.exchange;

import java.time.Duration;
import java.util.concurrent.Future;

/** What a chat can do to the world: the loop that it runs on, its connection, and who waits. */
interface ChatPort {

  /** Runs a step on the loop, never inside this call. */
  void soon(Runnable step);

  /** The same, no earlier than after {@code delay}. */
  Future<?> later(Runnable step, Duration delay);

  /** The head of an event stream has arrived. */
  void answered();

  void firstToken();

  void terminal();

  /** Nothing is told after it. */
  void failed(ChatFailure failure);

  void closeConnection();
}
