package chatload.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Server-sent events of a whole stream at once, written down sentence by sentence from the
 * specification (WHATWG HTML, "Interpreting an event stream"): what the readers that take a stream
 * in pieces are held against.
 */
public final class ReferenceEvents {

  /**
   * Name, {@code message} without one, and data of an event; data is null for one that has a name
   * and no data, which the specification drops.
   */
  public record Event(String name, String data) {}

  private ReferenceEvents() {}

  public static List<Event> of(byte[] stream) {
    String text = new String(stream, StandardCharsets.UTF_8);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    List<Event> events = new ArrayList<>();
    StringBuilder data = new StringBuilder();
    String type = "";
    for (String line : completeLines(text)) {
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          data.setLength(data.length() - 1);
          events.add(new Event(type.isEmpty() ? "message" : type, data.toString()));
        } else if (!type.isEmpty() && !type.equals("message")) {
          events.add(new Event(type, null));
        }
        data.setLength(0);
        type = "";
        continue;
      }
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
      switch (field) {
        case "event" -> type = value;
        case "data" -> data.append(value).append('\n');
        default -> {}
      }
    }
    return events;
  }

  /** What follows the last line end is no line. */
  private static List<String> completeLines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\r\n|\n|\r", -1)));
    lines.remove(lines.size() - 1);
    return lines;
  }
}
