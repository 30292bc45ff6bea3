package chatload.bench;

import chatload.run.Scenario;
import chatload.settings.ProtocolSetting;
import chatload.tool.UserError;
import java.util.List;

/**
 * A load of the accuracy benchmark: so many users, who arrive evenly within {@link Scenario#RAMP}
 * and share the chats, and what the service does in each chat.
 *
 * @param name preset or number of streams
 * @param users concurrent users
 * @param chats chats in all
 * @param gapMs from one token to the next, milliseconds
 * @param tokens tokens per chat
 * @param protocol what the service speaks
 */
record Load(String name, int users, int chats, int gapMs, int tokens, String protocol) {

  /** Milliseconds from request to first token, in all loads. */
  static final int FIRST_TOKEN_MS = 500;

  /** Every chat has this long beyond what the service takes. */
  private static final int PATIENCE_MS = 30_000;

  static final List<String> ALL =
      List.of("smoke", "baseline", "stress", "100", "500", "1000", "2000");

  /** A preset at its own size, or a number of streams at 20 tokens per second each. */
  static Load named(String name, String protocol) {
    return Scenario.preset(name)
        .map(preset -> new Load(name, preset.concurrency(), preset.requests(), 50, 100, protocol))
        .orElseGet(() -> streams(name, protocol));
  }

  private static Load streams(String name, String protocol) {
    if (!name.matches("[1-9]\\d{0,4}")) {
      throw UserError.usage(
          "there is no load \"" + name + '"',
          "Use smoke, baseline, stress, or a number of streams up to 99999.");
    }
    int streams = Integer.parseInt(name);
    return new Load(name, streams, streams, 50, 200, protocol);
  }

  /** Whether it is in the protocol that all clients speak. */
  boolean isForAllClients() {
    return protocol.equals(ProtocolSetting.EYWA);
  }

  /** For people. */
  String label() {
    return isForAllClients() ? name : name + ", " + protocol;
  }

  int chatMs() {
    return FIRST_TOKEN_MS + tokens * gapMs;
  }

  int timeLimitMs() {
    return chatMs() + PATIENCE_MS;
  }

  /** Whether all streams are open together, so that memory per stream can be told. */
  boolean isOneChatPerUser() {
    return users == chats;
  }
}
