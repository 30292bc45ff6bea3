package chatload.protocol;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which well-known protocol a stream of events looks like that the protocol in force does not know.
 * A guess for people, from a few events; nothing is judged by it.
 */
final class Dialect {

  /** Events that are looked at, and how much of each. */
  private static final int MOST_EVENTS = 20;

  private static final int MOST_CHARACTERS = 400;

  private static final Map<String, Pattern> SIGNS = new LinkedHashMap<>();

  static {
    sign("OpenAI chat completions", "\\n.*\"choices\"\\s*:\\s*\\[");
    sign("OpenAI responses", "\\n.*\"type\"\\s*:\\s*\"response\\.");
    sign(
        "Anthropic messages", "^(message_start|content_block_(start|delta|stop)|message_delta)\\n");
    sign(
        "Vercel AI SDK UI message stream",
        "\\n.*\"type\"\\s*:\\s*\"(text-delta|text-start|start-step|finish-step)\"");
    sign("Gemini", "\\n.*\"candidates\"\\s*:");
    sign("Dify", "\\n.*\"event\"\\s*:\\s*\"(agent_)?message(_end)?\"");
    sign("AG-UI", "\\n.*\"type\"\\s*:\\s*\"(RUN_STARTED|TEXT_MESSAGE_\\w+)\"");
    sign("Cohere", "\\n.*\"type\"\\s*:\\s*\"(message-start|content-delta)\"");
  }

  private final Set<String> seen = new LinkedHashSet<>();
  private int events;

  private static void sign(String protocol, String pattern) {
    SIGNS.put(protocol, Pattern.compile(pattern, Pattern.DOTALL));
  }

  void unknown(String name, String data) {
    events++;
    if (events <= MOST_EVENTS) {
      String event = beginning(name) + "\n" + beginning(data);
      SIGNS.forEach(
          (protocol, sign) -> {
            if (sign.matcher(event).find()) {
              seen.add(protocol);
            }
          });
    }
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
  }

  int events() {
    return events;
  }

  /** {@code 12 events came, and none that the protocol knows; they look like …}. */
  String words(String protocol) {
    String looks = seen.isEmpty() ? "no protocol that is recognised" : String.join(" or ", seen);
    return events
        + (events == 1 ? " event" : " events")
        + " came, and none that the protocol "
        + protocol
        + " knows; this looks like "
        + looks;
  }
}
