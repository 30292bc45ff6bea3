package chatload.service.reply;

import chatload.files.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a chat request.
 *
 * @param message what the user says, not empty
 * @param issues what is wrong with the body; empty when nothing is
 */
public record ChatPayload(String message, List<Issue> issues) {

  /** One thing that is wrong: the field, as a path of names, and why. */
  public record Issue(List<String> path, String message) {}

  public ChatPayload {
    issues = List.copyOf(issues);
  }

  public static ChatPayload parse(byte[] body) {
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
    for (String field : List.of("threadId", "message")) {
      JsonNode value = root.path(field);
      if (!value.isTextual() || value.textValue().isEmpty()) {
        issues.add(new Issue(List.of(field), "must be a non-empty string"));
      }
    }
    return new ChatPayload(root.path("message").asText(), issues);
  }
}
