package chatload.protocol.mapping;

import chatload.yaml.Section;
import chatload.yaml.Yaml;
import chatload.yaml.Yaml.Members;
import chatload.yaml.Yaml.Value;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Another request for a protocol, whose answers are read as before. */
public final class RequestOverlay {

  /** JSON may hold these as they are, YAML may not. */
  private static final Pattern NO_YAML =
      Pattern.compile("[\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufeff\\ufffe\\uffff]");

  private RequestOverlay() {}

  /**
   * The protocol with these parts of a request in the place of its own; headers stand beside its
   * own. Its text is that of a file that describes the whole, so that evidence has all of it.
   *
   * @param file where the parts stand, and the key under which they do, for messages
   * @throws chatload.tool.UserError with exit code 2 if that is no request
   */
  public static Spoken over(Spoken spoken, String file, String key, Members parts) {
    String name = spoken.protocol().name();
    Members whole = Yaml.parse(name, spoken.text(), "protocol: NAME");
    Map<String, Value> request = new LinkedHashMap<>(members(whole.values().get("request")));
    parts
        .values()
        .forEach(
            (part, value) ->
                request.put(part, part.equals("headers") ? beside(request, value) : value));
    Members merged = new Members(parts.line(), request);
    new RequestReader(Section.of(file, key, merged, RequestReader.KEYS)).read(FramingKind.SSE);
    ObjectNode text = (ObjectNode) Yaml.json(whole);
    text.set("request", Yaml.json(merged));
    String yaml =
        NO_YAML
            .matcher(text.toPrettyString())
            .replaceAll(found -> String.format("\\\\u%04x", (int) found.group().charAt(0)));
    return Spoken.of(file, yaml + "\n", spoken.model());
  }

  private static Map<String, Value> members(Value value) {
    return value instanceof Members members ? members.values() : Map.of();
  }

  /** Those of the protocol that stay, then the others in their order. */
  private static Value beside(Map<String, Value> request, Value headers) {
    if (!(headers instanceof Members given)) {
      return headers;
    }
    Map<String, Value> all = new LinkedHashMap<>(members(request.get("headers")));
    given
        .values()
        .forEach(
            (name, value) -> {
              all.keySet().removeIf(name::equalsIgnoreCase);
              all.put(name, value);
            });
    return new Members(given.line(), all);
  }
}
