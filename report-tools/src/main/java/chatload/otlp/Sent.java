package chatload.otlp;

import java.util.List;

/**
 * What was sent to a collector.
 *
 * @param spans how many
 * @param metrics how many metrics, each with all its points
 * @param chats that were sent; one with an id or a time that is none of ours is no span
 * @param problems what went wrong, in words without a secret; none when all of it was taken
 */
public record Sent(int spans, int metrics, int chats, List<String> problems) {

  public Sent {
    problems = List.copyOf(problems);
  }
}
