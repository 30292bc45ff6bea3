package chatload.protocol.mapping;

import chatload.protocol.ChatEvent;
import chatload.protocol.Usage;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Finds what a service says to have used. */
final class UsageReading {

  private UsageReading() {}

  /** Adds it; whether there was any. */
  static boolean read(Rules.Used used, JsonNode json, List<ChatEvent> events) {
    return add(
        number(used.input(), json),
        number(used.output(), json),
        number(used.reasoning(), json),
        events);
  }

  /** The same of numbers that are known; each can be null for none. */
  static boolean add(Long input, Long output, Long reasoning, List<ChatEvent> events) {
    if (input == null && output == null && reasoning == null) {
      return false;
    }
    events.add(new ChatEvent.Used(new Usage(input, output, reasoning)));
    return true;
  }

  private static Long number(List<JsonPath> paths, JsonNode json) {
    for (JsonPath path : paths) {
      JsonNode found = path.first(json);
      if (found != null && found.isIntegralNumber() && found.canConvertToLong()) {
        return found.longValue() < 0 ? null : found.longValue();
      }
    }
    return null;
  }
}
