package chatload.service.reply;

import chatload.files.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The body of a chat request.
 *
 * @param message what the user says, not empty
 * @param issues what is wrong with the body; empty when nothing is
 */
public record ChatPayload(String message, List<Issue> issues) {

  private static final String LAST = "-1";
  private static final String ANYTHING = "*";

  /** One thing that is wrong: the field, as a path of names, and why. */
  public record Issue(List<String> path, String message) {}

  public ChatPayload {
    issues = List.copyOf(issues);
  }

  /** What a request in that protocol says. */
  public static ChatPayload parse(byte[] body, WireFormat wire) {
    JsonNode root;
    try {
      root = Json.MAPPER.readTree(body);
    } catch (IOException e) {
      return new ChatPayload("", List.of(new Issue(List.of(), "not JSON")));
    }
    if (!root.isObject()) {
      return new ChatPayload("", List.of(new Issue(List.of(), "not a JSON object")));
    }
    List<Issue> issues = new ArrayList<>();
    for (String need : wire.needs()) {
      String[] parts = need.split("=");
      JsonNode value = at(root, parts[0]);
      if (parts.length == 1 && !isText(value)) {
        issues.add(new Issue(path(parts[0]), "must be a non-empty string"));
      } else if (parts.length == 2 && !isAsAsked(value, parts[1])) {
        issues.add(new Issue(path(parts[0]), "must be " + parts[1]));
      }
    }
    Optional<String> message =
        wire.messages().stream()
            .map(place -> at(root, place))
            .filter(ChatPayload::isText)
            .map(JsonNode::textValue)
            .findFirst();
    if (message.isEmpty()) {
      issues.add(new Issue(path(wire.messages().get(0)), "must be a non-empty string"));
    }
    return new ChatPayload(message.orElse(""), issues);
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual() && !value.textValue().isEmpty();
  }

  private static boolean isAsAsked(JsonNode value, String asked) {
    return asked.equals(ANYTHING) ? !value.isMissingNode() : value.asText().equals(asked);
  }

  private static List<String> path(String pointer) {
    return List.of(pointer.substring(1).split("/"));
  }

  /** By a JSON Pointer in which -1 is the last element of an array. */
  private static JsonNode at(JsonNode root, String pointer) {
    JsonNode node = root;
    for (String step : path(pointer)) {
      node = node.isArray() && step.equals(LAST) ? node.path(node.size() - 1) : node.path(step);
    }
    return node;
  }
}
